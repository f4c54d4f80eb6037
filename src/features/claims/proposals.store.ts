import './claims.tables.ts';
import type { Month } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Proposed } from './claim-import.ts';

/** Counts that came in by file and wait to be taken over. */
export type Proposal = Proposed & {
  readonly id: number;
  readonly month: Month;
  readonly fileName: string;
  readonly proposedAt: Date;
  readonly takenAt: Date | null;
};

/** One proposal of a venue; null when there is none of this month. */
export const loadProposal = async (tx: Tx, venueId: number, id: number, month: Month): Promise<Proposal | null> => {
  if (!Number.isSafeInteger(id)) return null;
  const row = await tx
    .selectFrom('claim_proposals')
    .selectAll()
    .where('id', '=', id)
    .where('venue_id', '=', venueId)
    .where('month', '=', month)
    .executeTakeFirst();
  return row
    ? {
        id: row.id,
        month,
        fileName: row.file_name,
        lines: row.lines as Proposal['lines'],
        faults: row.faults as Proposal['faults'],
        proposedAt: row.proposed_at,
        takenAt: row.taken_at,
      }
    : null;
};

export type NewProposal = Proposed & {
  readonly venueId: number;
  readonly municipalityCode: string;
  readonly month: Month;
  readonly source: 'csv' | 'api';
  readonly fileName: string;
  readonly at: Date;
  readonly userId: number;
};

export const insertProposal = async (tx: Tx, proposal: NewProposal): Promise<number> => {
  const { id } = await tx
    .insertInto('claim_proposals')
    .values({
      venue_id: proposal.venueId,
      prefecture_code: proposal.municipalityCode.slice(0, 2),
      municipality_code: proposal.municipalityCode,
      month: proposal.month,
      source: proposal.source,
      file_name: proposal.fileName,
      lines: JSON.stringify(proposal.lines),
      faults: JSON.stringify(proposal.faults),
      proposed_at: proposal.at,
      proposed_by: proposal.userId,
      taken_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
};

/** Marks a proposal as taken over by a saved claim. */
export const markTaken = async (tx: Tx, venueId: number, id: number, at: Date): Promise<void> => {
  await tx
    .updateTable('claim_proposals')
    .set({ taken_at: at })
    .where('id', '=', id)
    .where('venue_id', '=', venueId)
    .where('taken_at', 'is', null)
    .execute();
};
