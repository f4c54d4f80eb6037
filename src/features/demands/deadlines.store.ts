import './demands.tables.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Cycle } from '../cycles/index.ts';

const missing = (tx: Tx, { id, vaccineId }: Cycle) =>
  tx
    .selectFrom('venue_vaccines as h')
    .innerJoin('venue_directory as p', 'p.venue_id', 'h.venue_id')
    .where('h.vaccine_id', '=', vaccineId)
    .where('h.role', '=', 'basic')
    .where('p.approved', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('demands as d')
            .select('d.id')
            .where('d.cycle_id', '=', id)
            .whereRef('d.venue_id', '=', 'h.venue_id'),
        ),
      ),
    );

/** The 基本型 venues that have entered nothing. */
export const loadMissingVenues = async (tx: Tx, cycle: Cycle): Promise<number[]> => {
  const rows = await missing(tx, cycle).select('h.venue_id as venueId').orderBy('h.venue_id').execute();
  return rows.map(({ venueId }) => venueId);
};

/** The municipalities' offices with how many of their venues have entered nothing. */
export const loadMissingByOffice = async (
  tx: Tx,
  cycle: Cycle,
): Promise<{ readonly orgId: number; readonly code: string; readonly venues: number }[]> =>
  missing(tx, cycle)
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.municipality_code', '=', 'p.municipality_code').on('o.kind', '=', 'municipality'),
    )
    .groupBy(['o.id', 'p.municipality_code'])
    .select(({ fn }) => ['o.id as orgId', 'p.municipality_code as code', fn.countAll<number>().as('venues')])
    .orderBy('o.id')
    .execute();
