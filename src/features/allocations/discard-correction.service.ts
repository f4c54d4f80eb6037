import { conflict } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { openSheet } from './open-sheet.service.ts';
import type { Giver } from './sheet.ts';
import { deleteDraft } from './sheets.store.ts';
import { staleSheet } from './write-draft.service.ts';

/** 「修正をやめる」: the draft of a correction goes away; what is fixed was in force all the time. */
export const discardCorrection = async (
  ctx: Ctx,
  { cycleId, giver }: { readonly cycleId: number; readonly giver: Giver },
): Promise<Outcome> => {
  const open = await openSheet(ctx, cycleId, giver);
  const { sheet, fixed, shape } = open;
  if (!sheet || ctx.version !== sheet.version) throw await staleSheet(ctx, open);
  if (sheet.state !== 'draft' || !fixed) throw conflict('修正中の分配はありません。');
  if (!(await deleteDraft(ctx.tx, sheet, fixed.id))) throw await staleSheet(ctx, open);
  ctx.note(`allocation-sheet:${sheet.id}`, { cycleId, level: giver.level, revision: sheet.revision, discarded: true });
  return done(`${shape.path}/${cycleId}`);
};
