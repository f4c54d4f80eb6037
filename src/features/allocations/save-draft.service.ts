import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { openSheet } from './open-sheet.service.ts';
import type { Giver } from './sheet.ts';
import type { SheetInput } from './sheet-shape.ts';
import { writeDraft } from './write-draft.service.ts';

export type SheetOrder = { readonly cycleId: number; readonly giver: Giver; readonly input: SheetInput };

/** 「下書き保存」 (S16): any number of times; it may hold more than came in, only 確定 may not. */
export const saveDraft = async (ctx: Ctx, { cycleId, giver, input }: SheetOrder): Promise<Outcome> => {
  const open = await openSheet(ctx, cycleId, giver);
  const { id, revision } = await writeDraft(ctx, open, input);
  ctx.note(`allocation-sheet:${id}`, { cycleId, level: giver.level, revision });
  return done(`${open.shape.path}/${cycleId}?saved=1`);
};
