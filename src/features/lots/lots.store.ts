import './lots.tables.ts';
import '../vaccines/index.ts';
import { sql } from 'kysely';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { LotChange } from './lots.ts';

/** What everybody may know of a lot. */
export type LotFacts = {
  readonly vaccineId: number;
  readonly vaccineName: string;
  readonly lot: string;
  readonly announcedExpiry: Day | null;
  /** The one in force: as 国 extended it, else as announced; null: unknown. */
  readonly expiry: Day | null;
  readonly extended: boolean;
  readonly stoppedAt: Date | null;
  readonly stopReason: string;
  readonly version: number;
};

const select = (tx: Tx) =>
  tx
    .selectFrom('vaccine_lots as l')
    .innerJoin('vaccines as x', 'x.id', 'l.vaccine_id')
    .select([
      'l.vaccine_id as vaccineId',
      'x.name as vaccineName',
      'l.lot',
      'l.announced_expiry as announcedExpiry',
      'l.stopped_at as stoppedAt',
      'l.stop_reason as stopReason',
      'l.version',
    ])
    .select(sql<Day | null>`coalesce(l.expiry, l.announced_expiry)`.as('expiry'))
    .select(sql<boolean>`l.expiry is not null`.as('extended'));

export const loadLotFacts = async (tx: Tx, vaccineId: number, lot: string): Promise<LotFacts | null> =>
  (await select(tx).where('l.vaccine_id', '=', vaccineId).where('l.lot', '=', lot).executeTakeFirst()) ?? null;

/** Lots of a vaccine (or all) whose number begins like this, those that are stopped first, then by expiry. */
export const listLots = async (
  tx: Tx,
  { vaccineId, q }: { readonly vaccineId?: number; readonly q: string },
  limit: number,
): Promise<LotFacts[]> =>
  select(tx)
    .$if(vaccineId !== undefined, (query) => query.where('l.vaccine_id', '=', vaccineId as number))
    .$if(q !== '', (query) => query.where('l.lot', 'like', `${q.replace(/[\\%_]/g, '\\$&')}%`))
    .orderBy(sql`l.stopped_at is null`)
    .orderBy(sql`coalesce(l.expiry, l.announced_expiry)`)
    .orderBy('l.lot')
    .limit(limit)
    .execute();

/** The history of a lot, newest first. */
export const loadLotChanges = async (tx: Tx, vaccineId: number, lot: string): Promise<LotChange[]> =>
  tx
    .selectFrom('lot_changes')
    .select(['id', 'kind', 'expiry_from as expiryFrom', 'expiry_to as expiryTo', 'reason', 'at'])
    .where('vaccine_id', '=', vaccineId)
    .where('lot', '=', lot)
    .orderBy('id', 'desc')
    .execute();
