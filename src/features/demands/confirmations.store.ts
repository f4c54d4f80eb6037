import './demands.tables.ts';
import { sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { Confirmation } from './demands.ts';

type Key = { readonly cycleId: number; readonly municipalityCode: string };

/** The latest confirmation of a municipality (S4); null before the first. */
export const loadConfirmation = async (tx: Tx, { cycleId, municipalityCode }: Key): Promise<Confirmation | null> =>
  (await tx
    .selectFrom('demand_confirmations as k')
    .innerJoin('users as u', 'u.id', 'k.confirmed_by')
    .where('k.cycle_id', '=', cycleId)
    .where('k.municipality_code', '=', municipalityCode)
    .select([
      'k.boxes',
      'k.venues_entered as venuesEntered',
      'k.venues_missing as venuesMissing',
      'k.confirmed_at as confirmedAt',
      sql<string>`u.family_name || '　' || u.given_name`.as('confirmedBy'),
      'k.version',
    ])
    .$castTo<Confirmation>()
    .executeTakeFirst()) ?? null;

/** When a demand of the municipality was last entered or corrected. */
export const loadChangedAt = async (tx: Tx, { cycleId, municipalityCode }: Key): Promise<Date | null> => {
  const row = await tx
    .selectFrom('demands as d')
    .leftJoin('demand_history as h', 'h.demand_id', 'd.id')
    .where('d.cycle_id', '=', cycleId)
    .where('d.municipality_code', '=', municipalityCode)
    .select(sql<Date | null>`max(greatest(d.registered_at, h.at))`.as('at'))
    .executeTakeFirst();
  return row?.at ?? null;
};

type NewConfirmation = Key &
  Pick<Confirmation, 'boxes' | 'venuesEntered' | 'venuesMissing'> & {
    readonly prefectureCode: string;
    readonly at: Date;
    readonly userId: number;
    /** Version of the one it follows; 0 for the first. */
    readonly after: number;
  };

/** Keeps a confirmation beside all former ones; false when someone else confirmed meanwhile. */
export const saveConfirmation = async (tx: Tx, confirmation: NewConfirmation): Promise<boolean> => {
  const figures = {
    boxes: confirmation.boxes,
    venues_entered: confirmation.venuesEntered,
    venues_missing: confirmation.venuesMissing,
    confirmed_at: confirmation.at,
    confirmed_by: confirmation.userId,
    version: confirmation.after + 1,
  };
  const row = {
    cycle_id: confirmation.cycleId,
    municipality_code: confirmation.municipalityCode,
    prefecture_code: confirmation.prefectureCode,
    ...figures,
  };
  const saved = await tx
    .insertInto('demand_confirmations')
    .values(row)
    .onConflict((conflict) =>
      conflict
        .columns(['cycle_id', 'municipality_code'])
        .doUpdateSet(figures)
        .where('demand_confirmations.version', '=', confirmation.after),
    )
    .returning('version')
    .executeTakeFirst();
  if (!saved) return false;
  await tx.insertInto('demand_confirmation_history').values(row).execute();
  return true;
};
