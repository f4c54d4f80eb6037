import { sql } from 'kysely';
import './venues.tables.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { VenueRecord } from './venue-values.ts';

export type ChangeLine = { readonly field: string; readonly label: string; readonly from: string; readonly to: string };

/** One save of a venue: what, when, and who really typed it. */
export type VenueSave = {
  readonly id: number;
  readonly at: Date;
  readonly how: 'edit' | 'approval' | 'import';
  readonly orgId: number | null;
  readonly orgName: string | null;
  readonly userName: string | null;
  readonly changes: readonly ChangeLine[];
};

/** Keeps what was saved, by whom. */
export const insertSave = async (
  tx: Tx,
  venue: Pick<VenueRecord, 'id' | 'prefectureCode' | 'municipalityCode'>,
  save: Pick<VenueSave, 'at' | 'how' | 'orgId' | 'changes'> & { readonly userId: number | null },
): Promise<void> => {
  await tx
    .insertInto('venue_changes')
    .values({
      venue_id: venue.id,
      prefecture_code: venue.prefectureCode,
      municipality_code: venue.municipalityCode,
      at: save.at,
      user_id: save.userId,
      org_id: save.orgId,
      how: save.how,
      changes: JSON.stringify(save.changes),
    })
    .execute();
};

/** The last saves of a venue, the newest first. */
export const loadSaves = (tx: Tx, venueId: number, limit = 10): Promise<VenueSave[]> =>
  tx
    .selectFrom('venue_changes as c')
    .leftJoin('users as u', 'u.id', 'c.user_id')
    .leftJoin('organisations as o', 'o.id', 'c.org_id')
    .select(['c.id', 'c.at', 'c.how', 'c.org_id as orgId', 'c.changes', 'o.name as orgName'])
    .select(sql<string | null>`u.family_name || ' ' || u.given_name`.as('userName'))
    .where('c.venue_id', '=', venueId)
    .orderBy('c.id', 'desc')
    .limit(limit)
    .execute();
