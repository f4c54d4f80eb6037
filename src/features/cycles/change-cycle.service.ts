import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid, notFound, Problem } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { dosesPerVialOn, loadDosesPerVial } from '../vaccines/index.ts';
import { askOrder } from './check-cycle.service.ts';
import type { cycleChangeForm } from './cycle.form.ts';
import { type CyclePlan, noDosesFault, periodFaults, planChanges } from './cycle-input.ts';
import { isDistributed, loadGivenOut } from './cycle-use.store.ts';
import { loadCycle } from './cycles.store.ts';
import { type Cycle, cycleTitle } from './cycles.ts';
import { insertCycleChange, updatePlan } from './save-cycle.store.ts';
import { tellChanged } from './tell-cycle.service.ts';

type Input = InputOf<typeof cycleChangeForm>;

/** Frozen by the first delivery day, and for good once a municipality has fixed its distribution. */
const frozenDoses = async ({ tx }: Ctx, cycle: Cycle, plan: CyclePlan): Promise<number> => {
  if (plan.deliveryFrom === cycle.deliveryFrom || (await isDistributed(tx, cycle.id))) return cycle.dosesPerVial;
  const doses = dosesPerVialOn(await loadDosesPerVial(tx, cycle.vaccineId), plan.deliveryFrom);
  if (doses === null) throw invalid(noDosesFault(plan));
  return doses;
};

const checkPlan = async (ctx: Ctx, cycle: Cycle, plan: CyclePlan): Promise<void> => {
  const errors = periodFaults(plan);
  if (Object.keys(errors).length > 0) throw invalid(errors);
  const given = await loadGivenOut(ctx.tx, cycle.id);
  if (given !== null && plan.supply !== cycle.supply && (plan.supply ?? 0) < given)
    throw invalid({ supply: `都道府県へ確定した${given.toLocaleString('ja-JP')}箱より少なくできません。` });
};

/** 「公開したクールの変更」 (S1): periods and supply with a reason, never the vaccine; those concerned are told. */
export const changeCycle = async (ctx: Ctx, cycleId: number, { reason, ...plan }: Input): Promise<Outcome> => {
  const cycle = await loadCycle(ctx.tx, cycleId, { drafts: true });
  if (!cycle) throw notFound();
  if (cycle.state !== 'planned') throw conflict('公開中のクールだけを変更できます。画面を開き直してください。');
  await checkPlan(ctx, cycle, plan);
  const dosesPerVial = await frozenDoses(ctx, cycle, plan);
  const changes = planChanges(cycle, plan);
  if (changes.length === 0)
    throw new Problem('invalid', '変更された項目がありません。期間か供給量を変更してください。');
  if (dosesPerVial !== cycle.dosesPerVial)
    changes.push({ label: '1バイアルの接種回数', from: `${cycle.dosesPerVial}回`, to: `${dosesPerVial}回` });
  askOrder(ctx, plan);
  ctx.ask(
    question({
      id: 'change',
      title: `${cycleTitle(cycle)}の予定を変更しますか`,
      lines: ['変更の内容と理由を、都道府県・市町村・製薬メーカーに知らせます。'],
      rows: changes.map(({ label, from, to }) => ({ label, value: `${from} → ${to}` })),
      about: cycle.version,
    }),
  );
  const deadlineMoved = plan.registrationTo.getTime() !== cycle.registrationTo.getTime();
  if (!(await updatePlan(ctx.tx, { ...cycle, version: ctx.version ?? 0 }, { ...plan, dosesPerVial }, deadlineMoved)))
    throw await staleBy(ctx.tx, `cycle:${cycleId}`);
  await insertCycleChange(ctx.tx, cycleId, ctx.actor.userId, { at: ctx.now, reason, changes });
  await tellChanged(ctx, cycle, changes, reason);
  ctx.note(`cycle:${cycleId}`, { changed: changes.map(({ label }) => label) });
  return done(`/cycles/${cycleId}?saved=changed`);
};
