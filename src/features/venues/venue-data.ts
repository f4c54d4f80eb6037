import type { RawInput } from '../../kernel/form.ts';
import type { Application } from '../applications/index.ts';
import type { VenueFieldName } from './venue-fields.ts';
import type { Choices, VenueRecord } from './venue-values.ts';
import { venueTexts, withChanges } from './venue-values.ts';

/** A venue with what its pages choose from and what waits for approval. */
export type VenueData = {
  readonly venue: VenueRecord;
  readonly choices: Choices;
  /** The 申請 that waits; null when none does. */
  readonly open: Application | null;
  /** Address of the venue's page for who looks. */
  readonly base: string;
  /** The actor is an office and types for the venue (S18). */
  readonly proxy: boolean;
  /** The actor is the municipality: what it types needs no approval. */
  readonly approver: boolean;
};

/** What the form starts with: what waits for approval stands in it, so that a save does not take it back. */
export const startTexts = ({ venue, open, approver }: VenueData): RawInput => {
  const asked = open && !approver ? withChanges(venue, open.changes) : venue;
  return venueTexts(asked.values, asked.handled);
};

/** Does this field wait for approval? */
export const waits = ({ open }: VenueData, field: VenueFieldName | 'handled'): boolean =>
  open?.changes.some((change) => change.field === field) ?? false;
