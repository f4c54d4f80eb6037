import { z } from 'zod';
import { dayOf } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import { loadOpenDoses, openDosesKey } from '../totals/index.ts';
import { openDoses, openMark, openVenue, toOpenDoses, toOpenMark, toOpenVenue } from './open-data.ts';
import type { PublicVenue } from './public-venue.ts';
import { loadSlice } from './public-venues.store.ts';

type Item = Readonly<Record<string, unknown>>;
type Slice = {
  readonly after: string;
  readonly limit: number;
  readonly prefecture?: string;
  readonly municipality?: string;
};

/** One kind of open data: what an item looks like, which may be asked for, and how the next ones are read. */
export type OpenKind = {
  readonly item: z.ZodObject;
  readonly about: string;
  readonly where: Readonly<Record<string, z.ZodType<string | undefined>>>;
  /** How the key of the last item of a page looks. */
  readonly after: z.ZodType<string>;
  readonly load: (tx: Tx, slice: Slice, now: Date) => Promise<readonly { readonly key: string; readonly item: Item }[]>;
};

const prefecture = z
  .string()
  .regex(/^\d{2}$/)
  .optional()
  .describe('JIS X 0401, 2 digits');
const municipality = z
  .string()
  .regex(/^\d{6}$/)
  .optional()
  .describe('全国地方公共団体コード, 6 digits');

const ofVenues = (item: z.ZodObject, about: string, make: (venue: PublicVenue, now: Date) => Item): OpenKind => ({
  item,
  about,
  where: { prefecture, municipality },
  after: z.string().regex(/^\d{10}$/),
  load: async (tx, slice, now) =>
    (await loadSlice(tx, slice)).map((venue) => ({ key: venue.code, item: make(venue, now) })),
});

export const openKinds: Readonly<Record<string, OpenKind>> = {
  venues: ofVenues(openVenue, 'Vaccination sites', toOpenVenue),
  'booking-marks': ofVenues(openMark, 'Booking marks of the vaccination sites', (venue, now) =>
    toOpenMark(venue, dayOf(now)),
  ),
  doses: {
    item: openDoses,
    about: 'Doses by date, prefecture, vaccine, category and number',
    where: { prefecture },
    after: openDosesKey,
    load: async (tx, slice) =>
      (await loadOpenDoses(tx, slice)).map((row) => ({ key: row.key, item: toOpenDoses(row) })),
  },
};
