import type { Tx } from '../../platform/db/index.ts';

/** Has any municipality fixed its distribution of this クール? From then on the doses per vial stand on the rows. */
export const isDistributed = async (tx: Tx, cycleId: number): Promise<boolean> =>
  (await tx.selectFrom('distributions').select('id').where('cycle_id', '=', cycleId).limit(1).executeTakeFirst()) !==
  undefined;

/** The boxes that 国 has fixed for the prefectures; null when it has fixed none. */
export const loadGivenOut = async (tx: Tx, cycleId: number): Promise<number | null> => {
  const row = await tx
    .selectFrom('allocation_lines as l')
    .innerJoin('allocation_sheets as s', 's.id', 'l.sheet_id')
    .select((eb) => eb.fn.sum<string | number | null>('l.units').as('units'))
    .where('s.cycle_id', '=', cycleId)
    .where('s.level', '=', 'national')
    .where('s.state', '=', 'fixed')
    .executeTakeFirst();
  return row?.units === null || row === undefined ? null : Number(row.units);
};

/** Who plans by a クール: the offices and the vaccine's maker, as far as anybody there has ever logged in. */
export const loadConcerned = async (tx: Tx, vaccineId: number): Promise<number[]> => {
  const rows = await tx
    .selectFrom('organisations as o')
    .select('o.id')
    .where('o.active', '=', true)
    .where(({ or, eb, selectFrom }) =>
      or([
        eb('o.kind', 'in', ['prefecture', 'municipality']),
        eb('o.id', '=', selectFrom('vaccines').select('maker_id').where('vaccines.id', '=', vaccineId)),
      ]),
    )
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('users as u')
          .select('u.id')
          .whereRef('u.org_id', '=', 'o.id')
          .where('u.disabled_at', 'is', null)
          .where('u.password_hash', 'is not', null),
      ),
    )
    .orderBy('o.id')
    .execute();
  return rows.map(({ id }) => id);
};
