import { conflict } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { replaceLines } from './lines.store.ts';
import { openSheet } from './open-sheet.service.ts';
import type { Giver } from './sheet.ts';
import { insertDraft } from './sheets.store.ts';
import { checkChangeable, staleSheet } from './write-draft.service.ts';

type Order = { readonly cycleId: number; readonly giver: Giver; readonly reason: string };

/** 「修正する」 (S16): the next revision as a draft, copied from the fixed one, which stays in force until 確定. */
export const openCorrection = async (ctx: Ctx, { cycleId, giver, reason }: Order): Promise<Outcome> => {
  const open = await openSheet(ctx, cycleId, giver);
  const { sheet, shape } = open;
  checkChangeable(open);
  if (!sheet) throw conflict('この分配はまだ確定していません。');
  if (ctx.version !== sheet.version || sheet.state !== 'fixed') throw await staleSheet(ctx, open);
  const next = { revision: sheet.revision + 1, version: sheet.version + 1, reason };
  const id = await insertDraft(ctx.tx, cycleId, giver, next, { at: ctx.now, userId: ctx.actor.userId });
  if (id === null) throw await staleSheet(ctx, open);
  await replaceLines(ctx.tx, id, giver, open.lines);
  ctx.note(`allocation-sheet:${id}`, { cycleId, level: giver.level, revision: next.revision, reason });
  return done(`${shape.path}/${cycleId}`);
};
