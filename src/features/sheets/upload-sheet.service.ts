import { invalid, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { readFileText, readSheet, type SheetRow } from '../../platform/csv/index.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { keepImport, loadImport } from './imports.store.ts';
import type { SheetPlan } from './sheet-plan.ts';
import { previewOf, type SheetPreview } from './sheet-preview.ts';
import type { SheetHead, SheetTable } from './sheet-table.csv.ts';

/** The address of a table's page with its parameters filled in. */
export const placeOf = <P>({ path }: { readonly path: string }, params: P): string =>
  path.replace(/:(\w+)/g, (_all, name: string) => String((params as Record<string, unknown>)[name]));

/** A file that can be read at all, as CSV text. Slow, so before the transaction. */
export const readUpload = async ({ file }: { readonly file: Buffer }): Promise<string> => {
  const read = await readFileText(file);
  if ('fault' in read) throw invalid({ file: read.fault });
  return read.text;
};

/** The rows of a kept text under the columns of its table. */
export const rowsOf = <K extends string>(content: string, head: SheetHead<K>): readonly SheetRow<K>[] => {
  const sheet = readSheet(content, head.columns, head.maxRows);
  if ('fault' in sheet) throw invalid({ file: sheet.fault });
  return sheet.rows;
};

const previewText = <P, K extends string, D>(
  table: SheetTable<P, K, D>,
  plan: SheetPlan<D>,
  content: string,
): SheetPreview => previewOf(plan, table.also, !content.endsWith('\n'));

/**
 * 「内容を確認する」: keeps the file for its preview; nothing changes yet. Faults of the file as a whole are told at the
 * field. Only a long file is planned here, once; the job that takes it over plans it anew.
 */
export const uploadSheet = async <P, K extends string, D>(
  ctx: Ctx,
  table: SheetTable<P, K, D>,
  params: P,
  content: string,
): Promise<Outcome> => {
  const rows = rowsOf(content, await table.head(ctx, params));
  const place = placeOf(table, params);
  const long = table.jobAbove !== undefined && rows.length > table.jobAbove;
  const preview = long ? previewText(table, await table.plan(ctx, params, rows), content) : null;
  const kept = { sheet: table.sheet, place };
  const importId = await keepImport(ctx.tx, ctx.actor.userId, kept, content, preview, ctx.now);
  ctx.note(`sheet:${table.sheet}`, { rows: rows.length });
  return done(`${place}/${importId}`);
};

type KeptSheet<K extends string, D> = {
  readonly head: SheetHead<K>;
  readonly preview: SheetPreview;
  /** null: a long file, which a job plans. */
  readonly plan: SheetPlan<D> | null;
};

/** What a kept file would do: as things stand now, of a long file as things stood when it was uploaded. */
export const previewKept = async <P, K extends string, D>(
  ctx: Ctx,
  table: SheetTable<P, K, D>,
  params: P,
  importId: number,
): Promise<KeptSheet<K, D>> => {
  const head = await table.head(ctx, params);
  const at = { sheet: table.sheet, place: placeOf(table, params) };
  const kept = await loadImport(ctx.tx, importId, ctx.actor.userId, at);
  if (!kept) throw notFound();
  if (kept.preview) return { head, preview: kept.preview, plan: null };
  const content = kept.content ?? '';
  const plan = await table.plan(ctx, params, rowsOf(content, head));
  return { head, preview: previewText(table, plan, content), plan };
};
