import { dayOf } from '../../kernel/calendar.ts';
import { type TableFormat, tableFile, tableFormats } from '../../platform/csv/index.ts';
import { api, file, page } from '../../platform/http/index.ts';
import { pageSize } from './distribution-pages.store.ts';
import { listQuery, placeText } from './list-query.ts';
import { loadAllOrders, loadOrderPage } from './load-orders.service.ts';
import { openOrderList, orderListQuery, toOpenOrder } from './open-orders.ts';
import { orderColumns } from './orders.csv.ts';
import { ordersPage } from './orders.page.tsx';

const permission = 'order-list.view';

const download = (format: TableFormat) =>
  file({
    path: `/orders.${format}`,
    permission,
    query: listQuery,
    load: async (ctx, { query }) =>
      tableFile(format, `発注一覧_${dayOf(ctx.now)}`, orderColumns, await loadAllOrders(ctx, query)),
  });

const byKey = { permission, scope: 'order-lists:read', method: 'GET', audit: 'order-list.read' } as const;

/** S8: the order list on screen, as a file, and for the systems of maker, wholesaler and 国. */
export const orderRoutes = [
  page({
    path: '/orders',
    permission,
    query: listQuery,
    load: (ctx, { query }) => loadOrderPage(ctx, query),
    view: ordersPage,
  }),
  ...tableFormats.map(download),
  api({
    ...byKey,
    path: '/api/v1/order-lists',
    summary: `発注一覧（1回に${pageSize}件まで。続きは next の値を after に指定）`,
    description: '分配が確定した納入先と数量。自組織が担当する行だけを返す。',
    query: orderListQuery,
    answer: openOrderList,
    run: async (ctx, { query }) => {
      const { orders, cycles, cycleId, page } = await loadOrderPage(ctx, query);
      ctx.note(`cycle:${cycleId ?? ''}`, { rows: orders.length });
      return {
        asOf: ctx.now.toISOString(),
        cycles: cycles.map(({ id, number, branch, vaccineName }) => ({ id, number, branch, vaccine: vaccineName })),
        cycle: cycleId ?? null,
        total: page.total,
        orders: orders.map(toOpenOrder),
        next: page.next && placeText(page.next),
      };
    },
  }),
  api({
    ...byKey,
    path: '/api/v1/order-lists.csv',
    summary: '発注一覧のCSV（1クール分すべて）',
    description: '画面の「CSVをダウンロード」と同じ列。',
    query: orderListQuery.omit({ after: true }),
    answer: 'text/csv',
    run: async (ctx, { query }) => {
      const orders = await loadAllOrders(ctx, query);
      ctx.note('', { rows: orders.length });
      return tableFile('csv', `発注一覧_${dayOf(ctx.now)}`, orderColumns, orders);
    },
  }),
];
