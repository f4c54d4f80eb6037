import { invalid } from '../../kernel/problem.ts';
import { vials } from '../../kernel/quantities.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { fixFaults } from './check-sheet.ts';
import { summaryOf } from './fix-summary.ts';
import { loadIncoming, lockGiving } from './incoming.store.ts';
import { openSheet } from './open-sheet.service.ts';
import { prepareDistributions } from './prepare-distributions.service.ts';
import { changesBetween } from './revision-diff.ts';
import type { SheetOrder } from './save-draft.service.ts';
import { totalsOf } from './sheet-sums.ts';
import { fixDraft } from './sheets.store.ts';
import { tellReceivers } from './tell-receivers.service.ts';
import { writeDraft } from './write-draft.service.ts';

/**
 * 「確定」 (S5–S7, S16): saves what was typed, checks it against what came in and what the level below has fixed while
 * neither can change (S15), asks once with the numbers, and tells the receivers.
 */
export const fixSheet = async (ctx: Ctx, { cycleId, giver, input }: SheetOrder): Promise<Outcome> => {
  await lockGiving(ctx.tx, cycleId, giver);
  const open = await openSheet(ctx, cycleId, giver);
  const { cycle, vaccine, shape, receivers, fixed } = open;
  const draft = await writeDraft(ctx, open, input);
  const incoming = await loadIncoming(ctx.tx, cycleId, giver);
  const came = incoming.total === null ? null : vials(incoming.total * vaccine.vialsPerUnit);

  const rows = giver.level === 'municipal' ? await prepareDistributions(ctx, open, draft.lines) : null;
  const former = fixed ? (open.linesOf.get(fixed.id) ?? []) : [];
  const faults = {
    ...rows?.faults,
    ...fixFaults({ shape, lines: draft.lines, receivers, came, pack: vaccine, former }),
  };
  if (Object.keys(faults).length > 0) throw invalid(faults);

  const totals = totalsOf(
    draft.lines,
    receivers.map(({ key }) => key),
    came,
    vaccine,
    cycle.dosesPerVial,
  );
  const changes = changesBetween(former, draft.lines);
  ctx.ask(
    question(
      summaryOf({
        cycle,
        vaccine,
        shape,
        totals,
        came,
        correction: fixed !== null,
        changes,
        warning: rows?.warning ?? null,
        lines: draft.lines,
      }),
    ),
  );

  await fixDraft(ctx.tx, draft.id, fixed?.id ?? null, { at: ctx.now, userId: ctx.actor.userId });
  await rows?.write(draft.id);
  await tellReceivers(ctx, { open, draft, changes, correction: fixed !== null });
  if (giver.municipalityCode !== null)
    await ctx.emit('allocation.fixed', { cycleId, municipalityCode: giver.municipalityCode, sheetId: draft.id });
  ctx.note(`allocation-sheet:${draft.id}`, {
    cycleId,
    level: giver.level,
    revision: draft.revision,
    given: totals.given,
    left: totals.left,
  });
  return done(`${shape.path}/${cycleId}/done`);
};
