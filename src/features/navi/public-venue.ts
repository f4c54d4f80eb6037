import type { Day } from '../../kernel/calendar.ts';
import { type BookingMark, isStale } from '../booking-status/index.ts';

/** Everything that the public site and the open data say of a venue, and nothing else. */
export type PublicVenue = {
  readonly id: number;
  /** 保険医療機関番号, 10 digits. */
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly englishName: string;
  readonly postalCode: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly town: string;
  readonly street: string;
  readonly phone: string;
  readonly homepage: string;
  readonly bookingPhone: string;
  readonly bookingUrl: string;
  readonly bookingByPhone: boolean;
  readonly bookingByWeb: boolean;
  readonly hours: string;
  /** 一般受入; null: not said. */
  readonly admission: 'anyone' | 'limited' | null;
  /** null: not said. */
  readonly parkingSpaces: number | null;
  readonly notice: string;
  readonly noticeEasy: string;
  readonly noticeEnglish: string;
  readonly mark: BookingMark;
  /** ISO moment of the last 「更新」. */
  readonly markedAt: string | null;
  readonly vaccines: readonly PublicVaccine[];
};

export type PublicVaccine = { readonly code: string; readonly name: string };

/** The public venues of one municipality at one moment: all that its pages need, also when the database is away. */
export type Sheet = {
  readonly municipalityCode: string;
  readonly readAt: string;
  readonly venues: readonly PublicVenue[];
};

/** Can one get a vaccination there now, by the venue's own word? */
export const isBookable = ({ mark }: Pick<PublicVenue, 'mark'>): boolean =>
  mark === 'open' || mark === 'few' || mark === 'walk_in';

/** S25: 要確認. */
export const isOld = ({ mark, markedAt }: Pick<PublicVenue, 'mark' | 'markedAt'>, today: Day): boolean =>
  isStale({ venueId: 0, version: 0, mark, markedAt: markedAt === null ? null : new Date(markedAt) }, today);

/** Only what a browser may open: a homepage typed as `javascript:…` is no link. */
export const webAddress = (typed: string): string | null => {
  const url = URL.parse(typed);
  return url && (url.protocol === 'https:' || url.protocol === 'http:') ? url.href : null;
};

/** The order of every list: 五十音, then name and code. */
export const byKana = (a: PublicVenue, b: PublicVenue): number => compare(sortKey(a), sortKey(b));

/** What a list is sorted by, as one text: it is also the cursor of its paging. */
export const sortKey = ({ kana, name, code }: PublicVenue): string => `${kana || name}~${code}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
