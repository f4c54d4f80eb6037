import { z } from 'zod';
import type { SheetTable } from '../sheets/index.ts';
import { lineOf, takeOver } from './apply-import.service.ts';
import { maxExportRows } from './import.csv.ts';
import { type ExportKey, exportColumns } from './import-columns.ts';
import type { PlannedVenue } from './import-plan.ts';
import { lockImports } from './imports.store.ts';
import { planExport } from './plan-import.service.ts';

/** S30: the export of ワクチン接種契約受付システム, uploaded by 国. */
export const receptionSheet: SheetTable<object, ExportKey, PlannedVenue> = {
  sheet: 'venue-import',
  path: '/venues/import',
  permission: 'venue.import',
  params: z.object({}),
  words: {
    title: '受付システムのデータの取込',
    fileLabel: 'ワクチン接種契約受付システムから出力したファイル',
    submit: 'この内容で取り込む',
    question: 'この内容で取り込みますか',
    previewTitle: '取込内容の確認',
    doneTitle: '取込完了',
  },
  head: async () => ({
    name: '受付システムのデータ',
    crumbs: [
      { label: 'ホーム', href: '/' },
      { label: '医療機関・接種会場', href: '/venues' },
    ],
    lead: '保険医療機関コードで照合し、医療機関・接種会場を登録・更新します。次の画面で内容を確認するまで、何も変わりません。エラーが1つでもあれば、どの行も取り込まれません。登録済みの施設では、空の欄は変更しません。5MBを超えるファイルは、gzipで圧縮してください。',
    columns: exportColumns,
    maxRows: maxExportRows,
  }),
  lock: ({ tx }) => lockImports(tx),
  plan: async (ctx, _params, rows) => {
    const plan = await planExport(ctx, rows);
    return {
      faults: plan.faults,
      rows: plan.rows.map((row) => ({
        line: row.line,
        action: row.action,
        name: `${row.venue.name}（${row.venue.code}）`,
        changes: row.changed.map((field) => lineOf(row, field)),
        ...(row.warning && { note: row.warning }),
        data: row,
      })),
    };
  },
  save: (ctx, _params, rows, report) =>
    takeOver(
      ctx,
      rows.map(({ data }) => data),
      report,
    ),
  jobAbove: 2_000,
  also: {
    label: '利用者の招待',
    unit: '人',
    warning: '招待する利用者には、いますぐメールを送ります。',
    count: (rows) => rows.filter(({ data }) => data.invite !== null).length,
    of: ({ data: { invite } }) => invite && `${invite.familyName}　${invite.givenName}`,
  },
};
