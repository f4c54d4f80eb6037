import { conflict, notFound } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import { move } from '../../kernel/states.ts';
import { staleBy } from '../../platform/audit/last-change.store.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { planRows } from './cycle-input.ts';
import { cycleMoves } from './cycles.states.ts';
import { loadCycle } from './cycles.store.ts';
import { cycleTitle } from './cycles.ts';
import { moveCycle } from './save-cycle.store.ts';
import { tellPublished } from './tell-cycle.service.ts';

/** 「予定として公開する」 (S1): visible to all from now on; the dialog repeats the periods. */
export const publishCycle = async (ctx: Ctx, cycleId: number): Promise<Outcome> => {
  const cycle = await loadCycle(ctx.tx, cycleId, { drafts: true });
  if (!cycle) throw notFound();
  const to = move(cycleMoves, cycle.state, 'publish');
  if (to === null) throw conflict('このクールはすでに公開されています。');
  ctx.ask(
    question({
      id: 'publish',
      title: `${cycleTitle(cycle)}を公開しますか`,
      lines: [
        'すべての利用者に見えるようになり、都道府県・市町村・製薬メーカーに知らせます。',
        '公開した後は、ワクチンと番号は変更できません。',
      ],
      rows: [...planRows(cycle), { label: '1バイアルの接種回数', value: `${cycle.dosesPerVial}回` }],
      about: cycle.version,
    }),
  );
  if (!(await moveCycle(ctx.tx, { ...cycle, version: ctx.version ?? 0 }, to)))
    throw await staleBy(ctx.tx, `cycle:${cycleId}`);
  await tellPublished(ctx, cycle);
  ctx.note(`cycle:${cycleId}`, { from: cycle.state, to });
  return done(`/cycles/${cycleId}?saved=published`);
};
