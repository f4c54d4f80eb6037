import type { ColumnType, Generated } from 'kysely';
import { sql } from 'kysely';
import './cycles.tables.ts';
import type { Day } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { Campaign, CycleChange } from './cycle-change.ts';
import type { CyclePlan, PlanChange } from './cycle-input.ts';
import type { Cycle } from './cycles.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    cycle_changes: {
      id: Generated<number>;
      cycle_id: number;
      at: Date;
      user_id: number;
      reason: string;
      changes: ColumnType<PlanChange[], string, never>;
    };
  }
}

export const loadCampaigns = async (tx: Tx): Promise<Campaign[]> =>
  tx.selectFrom('campaigns').select(['id', 'name']).orderBy('id').execute();

/** The campaign of this name, made when there is none. */
export const nameCampaign = async (tx: Tx, name: string): Promise<number> => {
  await tx
    .insertInto('campaigns')
    .values({ name })
    .onConflict((on) => on.column('name').doNothing())
    .execute();
  return (await tx.selectFrom('campaigns').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
};

export type CycleKey = Pick<Cycle, 'campaignId' | 'vaccineId' | 'number' | 'branch'>;
export type CycleFacts = CycleKey & CyclePlan & Pick<Cycle, 'dosesPerVial'>;

const planColumns = (plan: CyclePlan & Pick<Cycle, 'dosesPerVial'>) => ({
  registration_from: plan.registrationFrom,
  registration_to: plan.registrationTo,
  delivery_from: plan.deliveryFrom,
  delivery_to: plan.deliveryTo,
  vaccination_from: plan.vaccinationFrom,
  vaccination_to: plan.vaccinationTo,
  doses_per_vial: plan.dosesPerVial,
  supply: plan.supply,
});

const keyColumns = ({ campaignId, vaccineId, number, branch }: CycleKey) => ({
  campaign_id: campaignId,
  vaccine_id: vaccineId,
  number,
  branch,
});

/** Another クール with the same campaign, vaccine, number and branch. */
export const findCycle = async (tx: Tx, key: CycleKey): Promise<number | null> => {
  const row = await tx
    .selectFrom('cycles')
    .select('id')
    .where('campaign_id', '=', key.campaignId)
    .where('vaccine_id', '=', key.vaccineId)
    .where('number', '=', key.number)
    .where('branch', key.branch === null ? 'is' : '=', key.branch)
    .executeTakeFirst();
  return row?.id ?? null;
};

/** A new draft; null when its key was taken a moment ago. */
export const insertCycle = async (tx: Tx, facts: CycleFacts, at: Date): Promise<number | null> => {
  const row = await tx
    .insertInto('cycles')
    .values({ ...keyColumns(facts), ...planColumns(facts), state: 'draft', created_at: at })
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

type Versioned = Pick<Cycle, 'id' | 'version' | 'state'>;

const saved = async (update: Promise<{ numUpdatedRows: bigint }>): Promise<boolean> =>
  (await update).numUpdatedRows > 0n;

/** False when somebody saved it since this version was shown. */
export const updateDraft = async (tx: Tx, { id, version }: Versioned, facts: CycleFacts): Promise<boolean> =>
  saved(
    tx
      .updateTable('cycles')
      .set((eb) => ({ ...keyColumns(facts), ...planColumns(facts), version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '=', 'draft')
      .executeTakeFirstOrThrow(),
  );

export const moveCycle = async (tx: Tx, { id, version, state }: Versioned, to: Cycle['state']): Promise<boolean> =>
  saved(
    tx
      .updateTable('cycles')
      .set((eb) => ({ state: to, version: eb('version', '+', 1) }))
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '=', state)
      .executeTakeFirstOrThrow(),
  );

const whileVaccinating = (plan: CyclePlan, mark: 'report_reminded_at' | 'report_escalated_at') =>
  sql<Date | null>`case when vaccination_from = ${plan.vaccinationFrom} and vaccination_to = ${plan.vaccinationTo} then ${sql.ref(mark)} end`;

/** New periods of a published クール. Another deadline is reminded of anew. */
export const updatePlan = async (
  tx: Tx,
  { id, version, state }: Versioned,
  plan: CyclePlan & Pick<Cycle, 'dosesPerVial'>,
  deadlineMoved: boolean,
): Promise<boolean> =>
  saved(
    tx
      .updateTable('cycles')
      .set((eb) => ({
        ...planColumns(plan),
        version: eb('version', '+', 1),
        ...(deadlineMoved && { deadline_alert_done_at: null, deadline_escalated_at: null }),
        // S13: so are the reports of another 標準接種期間; who was told keeps being told once.
        report_reminded_at: whileVaccinating(plan, 'report_reminded_at'),
        report_escalated_at: whileVaccinating(plan, 'report_escalated_at'),
      }))
      .where('id', '=', id)
      .where('version', '=', version)
      .where('state', '=', state)
      .executeTakeFirstOrThrow(),
  );

export const insertCycleChange = async (
  tx: Tx,
  cycleId: number,
  userId: number,
  change: CycleChange,
): Promise<void> => {
  await tx
    .insertInto('cycle_changes')
    .values({
      cycle_id: cycleId,
      user_id: userId,
      at: change.at,
      reason: change.reason,
      changes: JSON.stringify(change.changes),
    })
    .execute();
};

export const loadCycleChanges = async (tx: Tx, cycleId: number): Promise<CycleChange[]> =>
  tx
    .selectFrom('cycle_changes')
    .select(['at', 'reason', 'changes'])
    .where('cycle_id', '=', cycleId)
    .orderBy('id', 'desc')
    .execute();

/** Closes what is over on a day. */
export const closeCycles = async (tx: Tx, today: Day): Promise<void> => {
  await sql`update cycles set state = 'closed', version = version + 1
    where state = 'planned' and greatest(delivery_to, vaccination_to) < ${today}::date`.execute(tx);
};

/** The last days of the クール that are neither prepared nor closed. */
export const loadLastDays = async (tx: Tx): Promise<Day[]> => {
  const { rows } = await sql<{ day: Day }>`
    select distinct greatest(delivery_to, vaccination_to) as day from cycles where state = 'planned'`.execute(tx);
  return rows.map(({ day }) => day);
};
