import { type Cycle, cycleName } from '../cycles/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import type { Area } from './area.ts';

/** What a page, picture or file of totals is about. */
export type Scope = {
  readonly area: Area;
  /** One venue of the area; null: the area as a whole. */
  readonly venue: { readonly id: number; readonly name: string } | null;
  readonly vaccine: Vaccine;
  /** null: all クール together. */
  readonly cycle: Cycle | null;
};

/** Whom the figures are about. */
export const subjectOf = ({ area, venue }: Scope): string => venue?.name ?? area.name;

/** 「コミナティ 第3クール」, 「コミナティ すべてのクール」. */
export const periodOf = ({ vaccine, cycle }: Scope): string =>
  `${vaccine.name} ${cycle ? cycleName(cycle) : 'すべてのクール'}`;

type Place = { readonly area?: string; readonly venue?: string };

/** Address of a page or file about the same vaccine and クール, for another place if given. */
export const hrefOf = ({ area, venue, vaccine, cycle }: Scope, path = '/totals', place?: Place): string => {
  const where = place ?? (venue ? { venue: String(venue.id) } : { area: area.code });
  return `${path}?${new URLSearchParams({ vaccine: String(vaccine.id), cycle: String(cycle?.id ?? 'all'), ...where })}`;
};
