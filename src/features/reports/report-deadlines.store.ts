import './reports.tables.ts';
import '../cycles/index.ts';
import '../venues/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Cycle } from '../cycles/index.ts';

const missing = (tx: Tx, { id, vaccineId }: Pick<Cycle, 'id' | 'vaccineId'>) =>
  tx
    .selectFrom('venue_vaccines as h')
    .innerJoin('venue_directory as p', 'p.venue_id', 'h.venue_id')
    .where('h.vaccine_id', '=', vaccineId)
    .where('p.approved', '=', true)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('report_versions as r')
            .select('r.id')
            .where('r.cycle_id', '=', id)
            .whereRef('r.venue_id', '=', 'h.venue_id'),
        ),
      ),
    );

/** The venues that handle the vaccine and reported nothing in the クール. */
export const loadMissingVenues = async (tx: Tx, cycle: Pick<Cycle, 'id' | 'vaccineId'>): Promise<number[]> => {
  const rows = await missing(tx, cycle).select('h.venue_id as venueId').orderBy('h.venue_id').execute();
  return rows.map(({ venueId }) => venueId);
};

/** The municipalities' offices with how many of their venues reported nothing. */
export const loadMissingByOffice = async (
  tx: Tx,
  cycle: Pick<Cycle, 'id' | 'vaccineId'>,
): Promise<{ readonly orgId: number; readonly code: string; readonly venues: number }[]> =>
  missing(tx, cycle)
    .innerJoin('organisations as o', (join) =>
      join.onRef('o.municipality_code', '=', 'p.municipality_code').on('o.kind', '=', 'municipality'),
    )
    .groupBy(['o.id', 'p.municipality_code'])
    .select(({ fn }) => ['o.id as orgId', 'p.municipality_code as code', fn.countAll<number>().as('venues')])
    .orderBy('o.id')
    .execute();
