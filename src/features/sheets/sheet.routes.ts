import { z } from 'zod';
import { dayOf } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { type TableFormat, tableFile, tableFormats } from '../../platform/csv/index.ts';
import { action, file, type PageRoute, page, type Route } from '../../platform/http/index.ts';
import { applySheet } from './apply-sheet.service.ts';
import { loadProgress } from './imports.store.ts';
import { type PreviewData, previewPage } from './preview.page.tsx';
import { type ProgressData, progressPage } from './progress.page.tsx';
import { sheetApplyForm, sheetForm } from './sheet.form.ts';
import { type DoneData, donePage, type UploadData, uploadPage } from './sheet.page.tsx';
import { loadRowsDone } from './sheet-progress.store.ts';
import type { SheetTable } from './sheet-table.csv.ts';
import { knowTable } from './take-over-sheet.job.ts';
import { placeOf, previewKept, readUpload, uploadSheet } from './upload-sheet.service.ts';

const importId = z.object({ importId: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });
const count = z.coerce.number().int().nonnegative().max(1_000_000).default(0);
const counts = z.object({ create: count, update: count, also: count });

/** The pages of a table that is filled from a file: choose, check, register, done, and the download in both formats. */
export const sheetRoutes = <P, K extends string, D>(table: SheetTable<P, K, D>): Route[] => {
  const { path, permission, params, words, also } = table;
  const withId = params.and(importId) as z.ZodType<P & z.infer<typeof importId>>;
  const rowsNow = async (ctx: Ctx, params: P): Promise<number | null> =>
    table.count ? table.count(ctx, params) : ((await table.current?.(ctx, params))?.length ?? null);
  const upload: PageRoute = page({
    path,
    permission,
    params,
    load: async (ctx: Ctx, { params }): Promise<UploadData> => ({
      head: await table.head(ctx, params),
      place: placeOf(table, params),
      rows: await rowsNow(ctx, params),
      ...(words && { words }),
    }),
    view: uploadPage,
  });
  const preview: PageRoute = page({
    path: `${path}/:importId`,
    permission,
    params: withId,
    load: async (ctx: Ctx, { params }): Promise<PreviewData> => ({
      ...(await previewKept(ctx, table, params, params.importId)),
      place: placeOf(table, params),
      importId: params.importId,
      ...(words && { words }),
      ...(also && { also }),
    }),
    view: previewPage,
  });
  const download = (format: TableFormat) =>
    file({
      path: `${path}/file.${format}`,
      permission,
      params,
      load: async (ctx, { params }) => {
        const { name, about, columns } = await table.head(ctx, params);
        const cells = columns.map(({ key, label }) => ({
          label,
          cell: (row: Readonly<Record<K, string | number | null>>) => row[key],
        }));
        const title = [name, about, dayOf(ctx.now)].filter(Boolean).join('_');
        return tableFile(format, title, cells, (await table.current?.(ctx, params)) ?? []);
      },
    });
  if (table.jobAbove !== undefined) knowTable(table);
  const progress = page({
    path: `${path}/:importId/progress`,
    permission,
    params: withId,
    load: async (ctx: Ctx, { params }): Promise<ProgressData> => {
      const at = { sheet: table.sheet, place: placeOf(table, params) };
      const kept = await loadProgress(ctx.tx, params.importId, ctx.actor.userId, at);
      if (!kept || kept.state === 'waiting') throw notFound();
      return {
        head: await table.head(ctx, params),
        place: at.place,
        importId: params.importId,
        kept,
        now: await loadRowsDone(ctx.tx, params.importId),
        ...(words && { words }),
        ...(also && { also }),
      };
    },
    view: progressPage,
  });
  return [
    upload,
    ...(table.jobAbove === undefined ? [] : [progress]),
    action({
      path,
      permission,
      audit: `${table.sheet}.upload`,
      params,
      form: sheetForm,
      page: upload,
      prepare: readUpload,
      run: (ctx, { params, prepared }) => uploadSheet(ctx, table, params, prepared),
    }),
    ...tableFormats.map(download),
    page({
      path: `${path}/done`,
      permission,
      params,
      query: counts,
      load: async (ctx, { params, query }): Promise<DoneData> => ({
        head: await table.head(ctx, params),
        counts: query,
        ...(words && { words }),
        ...(also && { also }),
      }),
      view: donePage,
    }),
    preview,
    action({
      path: `${path}/:importId`,
      permission,
      audit: `${table.sheet}.import`,
      params: withId,
      form: sheetApplyForm,
      page: preview,
      run: (ctx, { params }) => applySheet(ctx, table, params, params.importId),
    }),
  ];
};
