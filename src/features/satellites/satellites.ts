import type { Day } from '../../kernel/calendar.ts';

/** A satellite of a municipality for one vaccine, and the 基本型 that it gets the vaccine from (S34). */
export type Satellite = {
  readonly venueId: number;
  readonly code: string;
  readonly name: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly vaccineId: number;
  readonly vaccineName: string;
  readonly basicVenueId: number | null;
  readonly basicName: string | null;
  readonly basicMunicipalityCode: string | null;
};

/** A venue that may be linked to. */
export type Basic = {
  readonly id: number;
  readonly name: string;
  readonly code: string;
  readonly municipalityCode: string;
};

/** One time in which a satellite was linked; from null: since before this was kept, to null: still. */
export type LinkLine = {
  readonly id: number;
  readonly basicName: string;
  readonly fromDay: Day | null;
  readonly toDay: Day | null;
};

/** What the audit calls the link, and what a stale form is told by. */
export const linkSubject = ({ venueId, vaccineId }: Pick<Satellite, 'venueId' | 'vaccineId'>): string =>
  `satellite:${venueId}:${vaccineId}`;

/** The link has no row of its own: its version is the 基本型 it names, 0 for none. */
export const linkVersion = ({ basicVenueId }: Pick<Satellite, 'basicVenueId'>): number => basicVenueId ?? 0;
