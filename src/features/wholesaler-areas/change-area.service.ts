import { dayOf } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { loadVaccine } from '../vaccines/index.ts';
import { clashText } from './assign-wholesaler.service.ts';
import { ownArea } from './own-area.service.ts';
import { tellWholesalers } from './tell-area.service.ts';
import type { wholesalerAreaChangeForm } from './wholesaler-area.form.ts';
import {
  insertWholesalerArea,
  loadWholesalerAreas,
  loadWholesalers,
  lockWholesalerAreas,
  updateWholesalerArea,
} from './wholesaler-areas.store.ts';
import { type ChangePlan, findClash, planChange, type WholesalerArea } from './wholesaler-areas.ts';

type Input = InputOf<typeof wholesalerAreaChangeForm>;

const checkRoom = async ({ tx }: Ctx, area: WholesalerArea, { row, next }: ChangePlan): Promise<void> => {
  const rows = await loadWholesalerAreas(tx, area.prefectureCode, area.vaccineId);
  const { municipalityCode } = area;
  const clash = [row, ...(next ? [next] : [])]
    .map((term) => findClash(rows, { ...term, municipalityCode }, area.id))
    .find(Boolean);
  if (clash) throw invalid({ toDay: clashText(clash) });
};

/** 「担当地域の変更」 (S34): another wholesaler from a day on, or another last day; what has been stays as it was. */
export const changeArea = async (ctx: Ctx, areaId: number, input: Input): Promise<Outcome> => {
  const { prefectureCode, vaccineId } = await ownArea(ctx, areaId);
  await lockWholesalerAreas(ctx.tx, prefectureCode, vaccineId);
  const area = await ownArea(ctx, areaId);
  const vaccine = await loadVaccine(ctx.tx, vaccineId);
  if (!vaccine) throw notFound();
  if (ctx.version !== area.version) throw await staleBy(ctx.tx, `wholesaler-area:${areaId}`);
  if (
    input.wholesalerId !== area.wholesalerId &&
    !(await loadWholesalers(ctx.tx)).some(({ id }) => id === input.wholesalerId)
  )
    throw invalid({ wholesalerId: '卸業者を選択し直してください。' });
  const plan = planChange(area, input, dayOf(ctx.now));
  if ('faults' in plan) throw invalid(plan.faults);
  await checkRoom(ctx, area, plan);
  await updateWholesalerArea(ctx.tx, area, plan.row);
  if (plan.next) await insertWholesalerArea(ctx.tx, { ...area, ...plan.next });
  const told = [plan.row, ...(plan.next ? [plan.next] : [])].map((term) => ({ ...area, ...term }));
  await tellWholesalers(ctx, vaccine.shortName, told, String(areaId));
  ctx.note(`wholesaler-area:${areaId}`, { wholesalerId: input.wholesalerId, from: input.changeFrom, to: input.toDay });
  return done(`/wholesaler-areas?vaccine=${vaccineId}&saved=1`);
};
