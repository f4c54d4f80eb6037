import { z } from 'zod';
import { dayOf } from '../../kernel/calendar.ts';
import { showQuantity } from '../../kernel/quantities.ts';
import type { Ctx } from '../../platform/context.ts';
import { planRows, type Say, type SheetTable } from '../sheets/index.ts';
import { type ChosenVaccine, loadReportState } from './load-report-page.service.ts';
import { registerTotals } from './register-totals.service.ts';
import { mergeTotals, readTotal, saysNothingNew } from './report-totals.ts';
import { loadShape } from './reports.store.ts';
import { cellKey, cellsOf, compare, discardedLabel, type ReportShape, type Typed } from './reports.ts';

type Column = { readonly key: string; readonly label: string; readonly note: string };
type Data = { readonly vaccineId: number; readonly typed: Typed };

const nameOf = (text: string): string => text.normalize('NFKC').trim();
const note = '累計。空欄は登録済みの値のまま（初めての報告では0）';

/** A row a vaccine, a column a number of the page. */
const columnsOf = (shape: ReportShape): readonly Column[] => [
  { key: 'vaccine', label: 'ワクチン', note: '取り扱うワクチンの名称。必須' },
  ...cellsOf(shape).map(({ category, doseNumber, name }) => ({
    key: cellKey(category, doseNumber),
    label: name,
    note,
  })),
  { key: 'discarded', label: discardedLabel, note },
];

const loadChosen = async (ctx: Ctx): Promise<ChosenVaccine[]> => {
  const { handled } = await loadReportState(ctx, {});
  const found: ChosenVaccine[] = [];
  for (const { vaccineId } of handled) {
    const { chosen } = await loadReportState(ctx, { vaccine: vaccineId });
    if (chosen) found.push(chosen);
  }
  return found;
};

const typedOf = (shape: ReportShape, cells: Readonly<Record<string, string>>, say: Say<string>): Typed => {
  const read = (key: string): number | null => {
    const total = readTotal(cells[key] ?? '');
    if (total === undefined) say(key, '0以上の整数（7桁まで）で入力してください。');
    return total ?? null;
  };
  return {
    counts: Object.fromEntries(
      cellsOf(shape).map(({ category, doseNumber }) => {
        const key = cellKey(category, doseNumber);
        return [key, read(key)];
      }),
    ),
    discardedVials: read('discarded'),
  };
};

/** What a row would change, in the words of the page. */
const changesOf = ({ shape, report }: ChosenVaccine, typed: Typed) => {
  const next = mergeTotals(shape, typed, report);
  const show = (value: number | undefined) => (report ? showQuantity(value ?? 0) : '');
  return [
    ...cellsOf(shape).map(({ category, doseNumber, name }) => {
      const key = cellKey(category, doseNumber);
      return { label: name, from: show(report?.counts[key]), to: showQuantity(next.counts[key]) };
    }),
    { label: discardedLabel, from: show(report?.discardedVials), to: showQuantity(next.discardedVials) },
  ].filter(({ from, to }) => from !== to);
};

const doubtOf = ({ shape, report }: ChosenVaccine, typed: Typed): string | null => {
  const { notGrown, fallen } = compare(shape, report, mergeTotals(shape, typed, report));
  if (fallen.length > 0) return `登録済みの内容より減っている項目があります：${fallen.join('、')}`;
  return notGrown ? '「延べ回数」が、登録済みの内容から増えていません。' : null;
};

/** S13: running totals of many vaccines from one file. */
export const reportSheet: SheetTable<object, string, Data> = {
  sheet: 'report',
  path: '/reports/file',
  permission: 'report.register',
  params: z.object({}),
  words: { title: '接種実績等をファイルで報告する' },
  head: async ({ tx, now }) => ({
    name: '接種実績等',
    crumbs: [
      { label: 'ホーム', href: '/' },
      { label: 'ワクチン希望量等の報告・接種実績等の報告', href: '/reports' },
    ],
    lead: '接種実績と廃棄数の累計を、ワクチンごとに1行で登録します。次の画面で内容を確認するまで、何も変わりません。エラーが1つでもあれば、どの行も登録されません。',
    columns: columnsOf(await loadShape(tx, dayOf(now))),
    maxRows: 100,
  }),
  current: async (ctx) =>
    (await loadChosen(ctx)).map(({ vaccine, shape, report }) => ({
      vaccine: vaccine.name,
      ...Object.fromEntries(
        cellsOf(shape).map(({ category, doseNumber }) => {
          const key = cellKey(category, doseNumber);
          return [key, report ? (report.counts[key] ?? 0) : null];
        }),
      ),
      discarded: report?.discardedVials ?? null,
    })),
  plan: async (ctx, _params, rows) => {
    const handled = new Map((await loadChosen(ctx)).map((chosen) => [nameOf(chosen.vaccine.name), chosen]));
    const columns = columnsOf(await loadShape(ctx.tx, dayOf(ctx.now)));
    return planRows<string, Data>(columns, rows, 'vaccine', ({ cells }, say) => {
      const chosen = handled.get(nameOf(cells.vaccine ?? ''));
      if (!chosen) {
        say('vaccine', `取り扱うワクチンの名称を入力してください（${[...handled.keys()].join('、') || 'なし'}）。`);
        return null;
      }
      const typed = typedOf(chosen.shape, cells, say);
      const next = mergeTotals(chosen.shape, typed, chosen.report);
      const same = saysNothingNew(chosen.report, next, chosen.reportCycle?.id ?? null);
      const doubt = same ? null : doubtOf(chosen, typed);
      return {
        key: String(chosen.vaccine.id),
        action: same ? 'same' : chosen.report ? 'update' : 'create',
        name: chosen.vaccine.name,
        changes: changesOf(chosen, typed),
        ...(doubt && { note: doubt }),
        data: { vaccineId: chosen.vaccine.id, typed },
      };
    });
  },
  save: async (ctx, _params, rows) => {
    for (const { data } of rows.toSorted((a, b) => a.data.vaccineId - b.data.vaccineId))
      await registerTotals(ctx, data.vaccineId, data.typed, { shown: true });
  },
};
