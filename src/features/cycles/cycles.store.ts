import './cycles.tables.ts';
import '../vaccines/index.ts';
import { prepared, type Tx } from '../../platform/db/index.ts';
import type { Cycle } from './cycles.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('cycles as c')
    .innerJoin('campaigns as k', 'k.id', 'c.campaign_id')
    .innerJoin('vaccines as x', 'x.id', 'c.vaccine_id')
    .select([
      'c.id',
      'c.campaign_id as campaignId',
      'k.name as campaignName',
      'c.vaccine_id as vaccineId',
      'x.name as vaccineName',
      'c.number',
      'c.branch',
      'c.registration_from as registrationFrom',
      'c.registration_to as registrationTo',
      'c.delivery_from as deliveryFrom',
      'c.delivery_to as deliveryTo',
      'c.vaccination_from as vaccinationFrom',
      'c.vaccination_to as vaccinationTo',
      'c.doses_per_vial as dosesPerVial',
      'c.state',
      'c.supply',
      'c.version',
    ]);

/** One クール; drafts only for those who define them (pass `drafts`). */
export const loadCycle = async (tx: Tx, cycleId: number, { drafts = false } = {}): Promise<Cycle | null> => {
  const cycle = await select(tx).where('c.id', '=', cycleId).executeTakeFirst();
  return cycle && (drafts || cycle.state !== 'draft') ? cycle : null;
};

/** Once-marks on a クール: who was told of its deadlines (S3, M2.4-0) and of missing reports (S13). */
export type CycleMark =
  | 'deadline_alert_done_at'
  | 'deadline_escalated_at'
  | 'report_reminded_at'
  | 'report_escalated_at';

/** The published クール that do not carry the mark yet. */
export const loadUnmarkedCycles = (tx: Tx, mark: CycleMark): Promise<Cycle[]> =>
  select(tx).where('c.state', '<>', 'draft').where(`c.${mark}`, 'is', null).orderBy('c.id').execute();

export const markCycle = async (tx: Tx, cycleId: number, mark: CycleMark, at: Date): Promise<void> => {
  await tx
    .updateTable('cycles')
    .set({ [mark]: at })
    .where('id', '=', cycleId)
    .execute();
};

/** The クール visible to all, newest delivery first. */
export const loadCycles = async (
  tx: Tx,
  { vaccineId, drafts = false }: { vaccineId?: number; drafts?: boolean } = {},
): Promise<Cycle[]> =>
  vaccineId !== undefined && !drafts
    ? (await cyclesOfVaccine(tx, { vaccineId })).rows
    : listed(tx, { vaccineId, drafts }).execute();

const listed = (tx: Tx, { vaccineId, drafts }: { vaccineId: number | undefined; drafts: boolean }) =>
  select(tx)
    .$if(vaccineId !== undefined, (query) => query.where('c.vaccine_id', '=', vaccineId as number))
    .$if(!drafts, (query) => query.where('c.state', '<>', 'draft'))
    .orderBy('c.delivery_from', 'desc')
    .orderBy('c.id', 'desc');

const cyclesOfVaccine = prepared((db, { vaccineId }: { readonly vaccineId: number }) =>
  listed(db, { vaccineId, drafts: false }),
);
