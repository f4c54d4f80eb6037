import { formatInstant } from '../../kernel/calendar.ts';
import { conflict, invalid, type Problem, stale } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { entryFaults } from './check-sheet.ts';
import { replaceLines } from './lines.store.ts';
import type { Line } from './sheet.ts';
import type { OpenSheet } from './sheet-data.ts';
import { isEntered, linesFrom, mergeLines, type SheetInput } from './sheet-shape.ts';
import { insertDraft, loadSheets, touchDraft } from './sheets.store.ts';

export type Draft = { readonly id: number; readonly revision: number; readonly lines: readonly Line[] };

/** Writes what was typed into the draft, the first save opening it; rows that were not sent stay as they were. */
export const writeDraft = async (ctx: Ctx, open: OpenSheet, input: SheetInput): Promise<Draft> => {
  const { cycle, giver, shape, sheet, receivers } = open;
  checkChangeable(open);
  if (ctx.version !== (sheet?.version ?? 0)) throw await staleSheet(ctx, open);
  if (sheet?.state === 'fixed')
    throw conflict('この分配はすでに確定しています。変更するときは「修正する」を押してください。');
  const typed = linesFrom(shape, input);
  const faults = entryFaults({ shape, lines: typed, receivers });
  if (Object.keys(faults).length > 0) throw invalid(faults);
  const saving = { at: ctx.now, userId: ctx.actor.userId };
  const id = sheet
    ? (await touchDraft(ctx.tx, sheet.id, sheet.version, saving)) && sheet.id
    : await insertDraft(ctx.tx, cycle.id, giver, { revision: 1, reason: '', version: 1 }, saving);
  if (!id) throw await staleSheet(ctx, open);
  const lines = mergeLines(open.lines, typed).filter(isEntered);
  await replaceLines(ctx.tx, id, giver, lines);
  return { id, revision: sheet?.revision ?? 1, lines };
};

/** A closed クール is history. */
export const checkChangeable = ({ cycle }: OpenSheet): void => {
  if (cycle.state === 'closed') throw conflict('このクールは終了しているため、分配を変更できません。');
};

/** Who saved the sheet since the form was opened, and when. */
export const staleSheet = async ({ tx }: Ctx, { cycle, giver }: OpenSheet): Promise<Problem> => {
  const [latest] = await loadSheets(tx, cycle.id, giver);
  if (!latest) return conflict('この分配はまだ保存されていません。画面を開き直してください。');
  const at = latest.fixedAt ?? latest.savedAt;
  return stale(`${(latest.fixedAt ? latest.fixedBy : latest.savedBy) || '担当者'}さん`, formatInstant(at));
};
