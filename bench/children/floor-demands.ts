// The floor of POST /reports: bare `pg`, one transaction with the same inserts, and nothing looked up.
import pg from 'pg';
import { timeEach } from '../load.ts';

export type FloorDemand = {
  /** The クール of the demand; null: only the report. */
  readonly cycleId: number | null;
  /** The report's, and the running totals that it registers. */
  readonly version: number;
  readonly doses: number;
  readonly discarded: number;
  readonly vaccineId: number;
  readonly venueId: number;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly cells: readonly (readonly [category: string, doseNumber: number, doses: number])[];
};

const pool = new pg.Pool({
  connectionString: process.env.DATABASE_URL,
  application_name: 'bench-floor',
  max: 4,
  options: '-c role=vsys_all',
});

const ask = async (client: pg.PoolClient, place: readonly unknown[], cycleId: number, now: Date): Promise<void> => {
  const demand = await client.query(
    `insert into demands (venue_id, prefecture_code, municipality_code, cycle_id, requested, storage, registered_at, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $1) returning id`,
    [...place, cycleId, 2, 'freezer', now],
  );
  await client.query(
    `insert into demand_history (venue_id, prefecture_code, municipality_code, demand_id, at, user_id, org_id, requested, storage)
     values ($1, $2, $3, $4, $5, $1, $1, $6, $7)`,
    [...place, demand.rows[0].id, now, 2, 'freezer'],
  );
};

const register = async ({
  cycleId,
  vaccineId,
  version,
  doses,
  discarded,
  cells,
  ...at
}: FloorDemand): Promise<void> => {
  const place = [at.venueId, at.prefectureCode, at.municipalityCode];
  const now = new Date();
  const client = await pool.connect();
  await client.query('begin');
  await client.query(
    'insert into form_receipts (user_id, request_id, body_digest, location, created_at) values ($1, $2, $3, $4, $5)',
    [at.venueId, `floor-${at.venueId}-${version}`, Buffer.alloc(32), '/reports/done', now],
  );
  if (cycleId !== null) await ask(client, place, cycleId, now);
  const report = await client.query(
    `insert into report_versions (venue_id, prefecture_code, municipality_code, vaccine_id, cycle_id, version, doses,
       discarded_vials, registered_at, registered_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $1) returning id`,
    [...place, vaccineId, cycleId, version, doses, discarded, now],
  );
  const rows = cells.map((_, n) => `($1, $2, $3, $4, $${5 + 3 * n}, $${6 + 3 * n}, $${7 + 3 * n})`);
  await client.query(
    `insert into report_counts (venue_id, prefecture_code, municipality_code, report_id, category, dose_number, doses)
     values ${rows.join(', ')}`,
    [...place, report.rows[0].id, ...cells.flat()],
  );
  await client.query(
    `insert into audit_log (at, user_id, org_id, action, subject, outcome, detail, address) values ($1, $2, $2, $3, $4, $5, $6, $7)`,
    [now, at.venueId, 'report.register', `venue:${at.venueId}`, 'done', JSON.stringify({ doses }), '127.0.0.1'],
  );
  await client.query('commit');
  client.release();
};

process.on('message', async (demands: readonly FloorDemand[]) => {
  process.send?.(await timeEach(demands, 4, register));
});
process.send?.('ready');
