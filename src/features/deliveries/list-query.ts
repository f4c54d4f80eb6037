import { z } from 'zod';
import type { Item } from '../allocations/index.ts';

/** A place in a list by venue code and rank of the item: where a page ends and the next begins. */
export type Place = { readonly code: string; readonly rank: number };

export const rowStates = [
  'missing-shipment',
  'missing-day',
  'undelivered',
  'delivered',
  'received',
  'differing',
] as const;
export type RowState = (typeof rowStates)[number];

/** A クール to choose from. */
export type CycleChoice = {
  readonly id: number;
  readonly number: number;
  readonly branch: number | null;
  readonly vaccineName: string;
};

export type Filter = {
  readonly cycleId: number;
  readonly items?: readonly Item[];
  readonly prefectureCode?: string;
  readonly municipalityCode?: string;
  readonly state?: RowState;
  readonly after?: Place;
  readonly before?: Place;
};

/** A filter that is not chosen comes as an empty text. */
const chosen = <T>(schema: z.ZodType<T, string>) =>
  z.union([z.literal('').transform(() => undefined), schema]).optional();

export const optionalId = () =>
  chosen(
    z
      .string()
      .regex(/^[1-9]\d{0,14}$/)
      .transform(Number),
  );

const count = () =>
  chosen(
    z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number),
  );

const place = () =>
  chosen(
    z
      .string()
      .regex(/^[0-9A-Z]{10}\.[1-4]$/)
      .transform((text): Place => ({ code: text.slice(0, 10), rank: Number(text.slice(11)) })),
  );

/** The address of a list: filters, and the place it goes on from. */
export const listQuery = z.object({
  cycle: optionalId(),
  prefecture: chosen(z.string().regex(/^\d{2}$/)),
  municipality: chosen(z.string().regex(/^\d{6}$/)),
  item: chosen(z.enum(['vaccine', 'supplies'])),
  state: chosen(z.enum(rowStates)),
  after: place(),
  before: place(),
  /** What the last save did: rows, and venues told. */
  saved: count(),
  told: count(),
});
export type ListQuery = z.infer<typeof listQuery>;

const supplies: readonly Item[] = ['needle', 'syringe', 'diluent_syringe'];

/** The filter behind an address, for a クール. */
export const filterOf = (query: ListQuery, cycleId: number): Filter => ({
  cycleId,
  items: query.item === undefined ? undefined : query.item === 'vaccine' ? ['vaccine'] : supplies,
  prefectureCode: query.prefecture,
  municipalityCode: query.municipality,
  state: query.state,
  after: query.after,
  before: query.before,
});

/** A place as it stands in an address. */
export const placeText = ({ code, rank }: Place): string => `${code}.${rank}`;

/** The same list at another place; filters stay. */
export const listHref = (
  path: string,
  query: ListQuery,
  at: { readonly after?: Place | null; readonly before?: Place | null } = {},
): string => {
  const { after: _after, before: _before, saved: _saved, told: _told, ...filters } = query;
  const parts = new URLSearchParams();
  for (const [name, value] of Object.entries(filters)) if (value !== undefined) parts.set(name, String(value));
  if (at.after) parts.set('after', placeText(at.after));
  if (at.before) parts.set('before', placeText(at.before));
  return parts.size > 0 ? `${path}?${parts}` : path;
};

/** The list exactly as it is now, for the form that comes back to it. */
export const sameHref = (path: string, query: ListQuery): string =>
  listHref(path, query, query.after ? { after: query.after } : { before: query.before ?? null });
