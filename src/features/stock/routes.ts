import { page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { enterReceipt } from './enter-receipt.service.ts';
import { loadStockPage } from './load-stock-page.service.ts';
import { recordRoutes } from './records.routes.ts';
import { stockPage } from './stock.page.tsx';
import { transferRoutes } from './transfers.routes.ts';

export const stockRoom: Room = {
  name: 'stock',
  on: { 'delivery.received': enterReceipt },
  routes: [
    page({ path: '/stock', permission: 'stock.own', load: loadStockPage, view: stockPage }),
    ...recordRoutes,
    ...transferRoutes,
  ],
};
