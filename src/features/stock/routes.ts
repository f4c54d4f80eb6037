import { z } from 'zod';
import { page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { checkNightly } from './check-nightly.service.ts';
import { enterReceipt } from './enter-receipt.service.ts';
import { loadStockPage } from './load-stock-page.service.ts';
import { reconcileStock } from './reconcile.service.ts';
import { recordRoutes } from './records.routes.ts';
import { stockPage } from './stock.page.tsx';
import { tellHolders } from './tell-holders.service.ts';
import { lotTracePage } from './trace-lot.page.tsx';
import { loadLotTrace } from './trace-lot.service.ts';
import { transferRoutes } from './transfers.routes.ts';
import { expiryMoments, warnOfExpiry } from './warn-expiry.service.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

export const stockRoom: Room = {
  name: 'stock',
  on: { 'delivery.received': enterReceipt, 'lot.changed': tellHolders },
  due: async (ctx, now) => {
    await warnOfExpiry(ctx, now);
    await checkNightly(ctx, now, { key: 'stock.reconciled', subject: '在庫', find: () => reconcileStock(ctx) });
  },
  dueMoments: expiryMoments,
  routes: [
    page({ path: '/stock', permission: 'stock.own', load: loadStockPage, view: stockPage }),
    page({
      path: '/lots/:vaccine/:lot',
      permission: 'lot.view',
      params: z.object({ vaccine: id, lot: z.string().max(40) }),
      load: (ctx, { params }) => loadLotTrace(ctx, params),
      view: lotTracePage,
    }),
    ...recordRoutes,
    ...transferRoutes,
  ],
};
