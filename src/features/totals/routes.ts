import { dayOf } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import { type Bars, drawBars } from '../../platform/charts/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { tableFile, tableFormats } from '../../platform/csv/index.ts';
import { file, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { checkNightly } from '../stock/index.ts';
import { loadScope, scopeQuery } from './load-scope.service.ts';
import { loadBreakdown, loadCycleRows, loadDaily, loadRows } from './load-totals.service.ts';
import { loadTotalsPage } from './load-totals-page.service.ts';
import { differingTotals } from './reconcile.store.ts';
import { type Scope, subjectOf } from './scope.ts';
import { cellsSheet, cyclesSheet, daysSheet, partsSheet, type Sheet, tableOf } from './sheets.ts';
import { totalsPage } from './totals.page.tsx';
import { breakdownBars, cycleBars, dayBars, partBars } from './totals.svg.ts';

type Load<T> = (ctx: Ctx, scope: Scope) => Promise<T>;

/** The pictures of the page, each from its own address. */
const pictures: Readonly<Record<string, Load<Bars>>> = {
  parts: async ({ tx }, scope) => partBars(await loadRows(tx, scope)),
  days: async (ctx, scope) => dayBars(await loadDaily(ctx, scope)),
  cells: async (ctx, scope) => breakdownBars(tableOf(await loadBreakdown(ctx, scope))),
  cycles: async ({ tx }, scope) => cycleBars(await loadCycleRows(tx, scope)),
};

/** The tables of the page as files. */
const tables: Readonly<Record<string, Load<Sheet>>> = {
  parts: async ({ tx }, scope) => partsSheet(scope, await loadRows(tx, scope)),
  days: async (ctx, scope) => daysSheet(await loadDaily(ctx, scope)),
  cells: async (ctx, scope) => cellsSheet(await loadBreakdown(ctx, scope)),
  cycles: async ({ tx }, scope) => cyclesSheet(scope, await loadCycleRows(tx, scope)),
};

const found = async (ctx: Ctx, query: Parameters<typeof loadScope>[1]): Promise<Scope> => {
  const scope = await loadScope(ctx, query);
  if (!scope) throw notFound();
  return scope;
};
const nameOf = (scope: Scope, what: string, { now }: Ctx): string =>
  `集計_${subjectOf(scope)}_${what}_${dayOf(now)}`.replaceAll(/[\\/:*?"<>|\s]/g, '');

export const totalsRoom: Room = {
  name: 'totals',
  due: (ctx, now) =>
    checkNightly(ctx, now, { key: 'totals.reconciled', subject: '集計', find: () => differingTotals(ctx.tx) }),
  routes: [
    page({
      path: '/totals',
      permission: 'totals.view',
      query: scopeQuery,
      load: (ctx, { query }) => loadTotalsPage(ctx, query),
      view: totalsPage,
    }),
    ...Object.entries(pictures).map(([name, load]) =>
      file({
        path: `/totals/${name}.svg`,
        permission: 'totals.view',
        query: scopeQuery,
        load: async (ctx, { query }) => ({
          filename: `${name}.svg`,
          type: 'image/svg+xml',
          body: await drawBars(await load(ctx, await found(ctx, query))),
          inline: true,
        }),
      }),
    ),
    ...Object.entries(tables).flatMap(([name, load]) =>
      tableFormats.map((format) =>
        file({
          path: `/totals/${name}.${format}`,
          permission: 'totals.view',
          query: scopeQuery,
          load: async (ctx, { query }) => {
            const scope = await found(ctx, query);
            const { name: what, head, rows } = await load(ctx, scope);
            const columns = head.map((label, i) => ({ label, cell: (row: Sheet['rows'][number]) => row[i] ?? null }));
            return tableFile(format, nameOf(scope, what, ctx), columns, rows);
          },
        }),
      ),
    ),
  ],
};
