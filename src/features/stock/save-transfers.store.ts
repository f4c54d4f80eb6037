import './transfers.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Band, Partner } from './transfers.store.ts';
import type { TransferCore } from './transfers.ts';

export type Place = { readonly venueId: number; readonly prefectureCode: string; readonly municipalityCode: string };
export type ColdChain = {
  readonly leftFreezerAt: Date | null;
  readonly band: Band | null;
  readonly useBy: Date | null;
};
export const noColdChain: ColdChain = { leftFreezerAt: null, band: null, useBy: null };

export type TransferValues = Omit<TransferCore, 'side' | 'partnerId'> &
  ColdChain & { readonly partner: Pick<Partner, 'id' | 'prefectureCode' | 'municipalityCode'> | null };

const columnsOf = ({ partner, day, lot, vials, leftFreezerAt, band, useBy }: TransferValues) => ({
  partner_id: partner?.id ?? null,
  partner_prefecture_code: partner?.prefectureCode ?? null,
  partner_municipality_code: partner?.municipalityCode ?? null,
  day,
  lot,
  vials,
  left_freezer_at: leftFreezerAt,
  band,
  use_by: useBy,
});

/** Enters a transfer as one side tells it; gives its id. */
export const insertTransfer = async (
  tx: Tx,
  place: Place,
  what: { readonly vaccineId: number; readonly side: TransferCore['side'] },
  values: TransferValues,
  by: { readonly userId: number; readonly at: Date },
): Promise<number> => {
  const row = await tx
    .insertInto('transfers')
    .values({
      venue_id: place.venueId,
      prefecture_code: place.prefectureCode,
      municipality_code: place.municipalityCode,
      vaccine_id: what.vaccineId,
      side: what.side,
      ...columnsOf(values),
      entered_at: by.at,
      entered_by: by.userId,
      removed_at: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

type Versioned = { readonly id: number; readonly version: number };

/** Corrects an entry; false when someone else was faster. */
export const updateTransfer = async (
  tx: Tx,
  { id, version }: Versioned,
  values: TransferValues,
  by: { readonly userId: number; readonly at: Date },
): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('transfers')
    .set({ ...columnsOf(values), version: version + 1, entered_at: by.at, entered_by: by.userId })
    .where('id', '=', id)
    .where('version', '=', version)
    .where('removed_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
};

/** Takes entries out; the rows stay, and so does the ledger's history. Gives the ids that were still there. */
export const removeTransfers = async (
  tx: Tx,
  rows: readonly Versioned[],
  by: { readonly userId: number; readonly at: Date },
): Promise<number[]> => {
  if (rows.length === 0) return [];
  const gone = await tx
    .updateTable('transfers')
    .set({ removed_at: by.at, version: sql<number>`version + 1`, entered_by: by.userId })
    .where(({ or, and, eb }) =>
      or(rows.map(({ id, version }) => and([eb('id', '=', id), eb('version', '=', version)]))),
    )
    .where('removed_at', 'is', null)
    .returning('id')
    .execute();
  return gone.map(({ id }) => id);
};
