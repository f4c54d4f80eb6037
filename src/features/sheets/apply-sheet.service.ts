import { conflict, notFound } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { sendJob } from '../../platform/jobs/index.ts';
import { dropImport, lockImport, markRunning } from './imports.store.ts';
import { rowsToSave } from './sheet-plan.ts';
import type { SheetTable } from './sheet-table.csv.ts';
import { placeOf, previewKept } from './upload-sheet.service.ts';

const n = (count: number): string => count.toLocaleString('ja-JP');

/** 「この内容で登録する」: all rows or none, by the plan as it is now. The same file a second time changes nothing and says so. */
export const applySheet = async <P, K extends string, D>(
  ctx: Ctx,
  table: SheetTable<P, K, D>,
  params: P,
  importId: number,
): Promise<Outcome> => {
  await table.lock?.(ctx, params);
  const kept = await lockImport(ctx.tx, importId);
  if (!kept || kept.userId !== ctx.actor.userId) throw notFound();
  if (kept.state !== 'waiting') return done(`${placeOf(table, params)}/${importId}/progress`);
  const { plan, preview } = await previewKept(ctx, table, params, importId);
  if (preview.faultCount > 0)
    throw conflict('エラーのある行があるため登録できません。ファイルを直して、もう一度選択してください。');
  const { also } = preview;
  const { create, update, same } = preview.counts;
  if (create + update + also === 0) throw conflict('変更はありません。このファイルの内容はすでに登録されています。');
  ctx.ask(
    question({
      id: 'sheet',
      title: table.words?.question ?? 'この内容で登録しますか',
      lines: also > 0 && table.also ? [table.also.warning] : [],
      rows: [
        { label: '新しく登録', value: `${n(create)}件` },
        { label: '変更', value: `${n(update)}件` },
        { label: '変更なし', value: `${n(same)}件` },
        ...(table.also ? [{ label: table.also.label, value: `${n(also)}${table.also.unit}` }] : []),
      ],
      about: importId,
    }),
  );
  if (plan === null) {
    await markRunning(ctx.tx, importId);
    await sendJob(ctx.tx, 'take-over-sheet', { importId });
    ctx.note(`sheet:${table.sheet}`, { rows: preview.rowCount });
    return done(`${placeOf(table, params)}/${importId}/progress`);
  }
  await table.save(ctx, params, rowsToSave(plan, table.also !== undefined));
  await dropImport(ctx.tx, importId);
  ctx.note(`sheet:${table.sheet}`, { create, update, same, also });
  return done(`${placeOf(table, params)}/done?create=${create}&update=${update}${table.also ? `&also=${also}` : ''}`);
};
