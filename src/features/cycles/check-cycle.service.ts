import type { InputOf } from '../../kernel/form.ts';
import { type FieldErrors, invalid } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { dosesPerVialOn, loadDosesPerVial, loadVaccine } from '../vaccines/index.ts';
import type { cycleForm } from './cycle.form.ts';
import { type CyclePlan, deliversBeforeDeadline, noDosesFault, periodFaults, planRows } from './cycle-input.ts';
import { type CycleFacts, findCycle, loadCampaigns, nameCampaign } from './save-cycle.store.ts';

type Input = InputOf<typeof cycleForm>;

/** Asks once more where the delivery begins while the venues still register. */
export const askOrder = (ctx: Pick<Ctx, 'ask'>, plan: CyclePlan): void => {
  if (!deliversBeforeDeadline(plan)) return;
  ctx.ask(
    question({
      id: 'delivery-before-deadline',
      title: '標準配送期間が登録期間の終了より前に始まります',
      lines: ['このまま保存しますか。'],
      rows: planRows(plan).slice(0, 2),
    }),
  );
};

const throwIfAny = (errors: FieldErrors): void => {
  if (Object.keys(errors).length > 0) throw invalid(errors);
};

const campaignOf = async ({ tx }: Pick<Ctx, 'tx'>, { campaignId, newCampaign }: Input): Promise<number> => {
  if (newCampaign !== '') {
    if (campaignId !== null)
      throw invalid({ newCampaign: '一覧から選ぶか、新しい区分を入力するか、どちらか一方にしてください。' });
    return nameCampaign(tx, newCampaign);
  }
  const known = await loadCampaigns(tx);
  if (known.length === 0) throw invalid({ newCampaign: '新しい接種の区分を入力してください。' });
  if (campaignId === null)
    throw invalid({ campaignId: '接種の区分を選択するか、新しい接種の区分を入力してください。' });
  if (!known.some(({ id }) => id === campaignId)) throw invalid({ campaignId: '接種の区分を選択し直してください。' });
  return campaignId;
};

/** What a draft is saved with; throws what is wrong at its field. `draftId` is the record it replaces. */
export const checkCycle = async (ctx: Ctx, input: Input, draftId: number | null): Promise<CycleFacts> => {
  const { newCampaign: _, ...typed } = input;
  throwIfAny(periodFaults(input));
  const vaccine = await loadVaccine(ctx.tx, input.vaccineId);
  if (!vaccine) throw invalid({ vaccineId: 'ワクチンを選択し直してください。' });
  const dosesPerVial = dosesPerVialOn(await loadDosesPerVial(ctx.tx, vaccine.id), input.deliveryFrom);
  if (dosesPerVial === null) throw invalid(noDosesFault(input));
  const facts: CycleFacts = { ...typed, campaignId: await campaignOf(ctx, input), dosesPerVial };
  const other = await findCycle(ctx.tx, facts);
  if (other !== null && other !== draftId) throw keyTaken();
  askOrder(ctx, facts);
  return facts;
};

export const keyTaken = () =>
  invalid({ number: '同じ接種の区分・ワクチン・番号・枝番のクールがすでに登録されています。' });
