import type { InputOf } from '../../kernel/form.ts';
import { conflict, invalid } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import type { Outcome } from '../../platform/http/index.ts';
import { isEntered, ownGiver, saveDraft, sheetShapes } from '../allocations/index.ts';
import { versionText } from './explain.ts';
import { loadProposals } from './load-proposals.service.ts';
import { isProposal, type ProposalsData } from './proposals-data.ts';
import type { Proposal } from './propose.ts';
import type { takeProposalForm } from './take-proposal.form.ts';

type Order = { readonly cycleId: number; readonly input: InputOf<typeof takeProposalForm> };

/**
 * Takes a proposal over into the draft of the sheet, where it can still be changed by hand (S17). It is computed anew,
 * so that nothing is taken over that is no longer so; amounts that stand in the draft are replaced only after asking.
 */
export const takeProposal = async (ctx: Ctx, { cycleId, input }: Order): Promise<Outcome> => {
  const data = await loadProposals(ctx, cycleId, { amount: input.amount, rules: input.rules });
  const { open } = data;
  if (open.sheet?.state === 'fixed')
    throw conflict('この分配はすでに確定しています。分配の画面で「修正する」を押してから、案を取り込んでください。');
  if (data.amountFault) throw conflict(data.amountFault);
  const result = data.tried.find(({ rule }) => rule.id === input.rule)?.result;
  if (result === undefined || !isProposal(result))
    throw invalid({ rule: 'この案は作成できません。ほかの案を選んでください。' });
  if (open.lines.some(isEntered)) ctx.ask(replacing(data, result));
  ctx.note(`cycle:${cycleId}`, {
    proposal: result.rule.id,
    ruleVersion: result.rule.version,
    amount: data.amount,
  });
  return saveDraft(ctx, { cycleId, giver: ownGiver(ctx), input: inputFrom(data, result) });
};

const replacing = ({ open, amount }: ProposalsData, { rule }: Proposal) =>
  question({
    id: 'take-proposal',
    title: '入力済の分配量を置き換えますか',
    lines: [`下書きに入っている分配量が、「${rule.name}」の案の数に置き換わります。取り込んだあとも変更できます。`],
    rows: [
      { label: '取り込む案', value: `${rule.name} ${versionText(rule)}` },
      { label: '分ける量', value: `${amount.toLocaleString('ja-JP')}${open.vaccine.unitName}` },
    ],
    about: [open.cycle.id, open.lines],
  });

/** Every row of the sheet: the proposal's numbers, and not entered where nothing may be given. */
const inputFrom = ({ open, rows }: ProposalsData, { units }: Proposal) => {
  const { columns } = sheetShapes[open.giver.level];
  return Object.fromEntries(
    rows.map(({ key }) => [
      key,
      Object.fromEntries(
        columns.map(({ name, frame, measure }) => [
          name,
          measure === 'units' ? (units.get(key)?.[frame] ?? null) : null,
        ]),
      ),
    ]),
  );
};
