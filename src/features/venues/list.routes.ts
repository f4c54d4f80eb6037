import { z } from 'zod';
import type { Ctx } from '../../platform/context.ts';
import { tableFormats } from '../../platform/csv/index.ts';
import { file, page, type Route } from '../../platform/http/index.ts';
import { contactListPage } from './contact-list.page.tsx';
import { loadContacts } from './contact-list.store.ts';
import { areaOf } from './load-records.service.ts';
import { duties } from './venue-field.ts';
import { venueFile } from './venue-file.service.ts';
import { type VenueListData, venueListPage } from './venue-list.page.tsx';
import { countVenues, loadVenueLines } from './venue-list.store.ts';

const pageSize = 50;
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

const listQuery = z.object({
  q: z.string().max(200).default(''),
  state: z.enum(['', 'waiting', 'no-doctor']).default(''),
  after: id.optional(),
});

const loadList = async ({ tx, actor }: Ctx, query: z.infer<typeof listQuery>): Promise<VenueListData> => {
  const filter = { ...areaOf(actor), q: query.q, state: query.state };
  const rows = await loadVenueLines(tx, filter, pageSize + 1, query.after);
  return {
    venues: rows.slice(0, pageSize),
    count: await countVenues(tx, filter),
    more: rows.length > pageSize,
    query: { q: query.q, state: query.state },
  };
};

const contactQuery = z.object({
  q: z.string().max(200).default(''),
  after: z
    .string()
    .regex(new RegExp(`^\\d{1,15}-(${duties.join('|')}|own-\\d{1,15})$`))
    .optional(),
});

/** Lists of venues for offices, and of their contacts for makers. */
export const listRoutes: readonly Route[] = [
  page({
    path: '/venues',
    permission: 'venue.list',
    query: listQuery,
    load: (ctx, { query }) => loadList(ctx, query),
    view: venueListPage,
  }),
  ...tableFormats.map((format) =>
    file({
      path: `/venues.${format}`,
      permission: 'venue.list',
      query: listQuery.omit({ after: true }),
      load: (ctx, { query }) => venueFile(ctx, format, query),
    }),
  ),
  page({
    path: '/contacts',
    permission: 'contact.view',
    query: contactQuery,
    load: async ({ tx, actor }, { query: { q, after } }) => {
      const dash = after?.indexOf('-') ?? 0;
      const place = after ? { venueId: Number(after.slice(0, dash)), place: after.slice(dash + 1) } : undefined;
      const rows = await loadContacts(tx, actor.org.id, q, pageSize + 1, place);
      return { contacts: rows.slice(0, pageSize), more: rows.length > pageSize, q };
    },
    view: contactListPage,
  }),
];
