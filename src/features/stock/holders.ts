import type { Day } from '../../kernel/calendar.ts';

/** One venue that holds at most so many vials of a lot. */
export type Holder = {
  readonly venueId: number;
  readonly venueName: string;
  readonly vaccineId: number;
  readonly vaccineName: string;
  readonly lot: string;
  readonly atMost: number;
  readonly expiry: Day | null;
  readonly asOf: Date;
};
