import { page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { loadVaccines } from '../vaccines/index.ts';
import { enterReceipt } from './enter-receipt.service.ts';
import { loadEntries } from './ledger.store.ts';
import { balanceOf } from './ledger.ts';
import { stockPage } from './stock.page.tsx';

export const stockRoom: Room = {
  name: 'stock',
  on: { 'delivery.received': enterReceipt },
  routes: [
    page({
      path: '/stock',
      permission: 'stock.own',
      load: async ({ tx, actor }) => {
        const balances = balanceOf(await loadEntries(tx, actor.org.id));
        const vaccines = await loadVaccines(tx);
        return vaccines
          .map(({ id, name }) => ({
            vaccineName: name,
            balances: balances.filter(({ vaccineId }) => vaccineId === id),
          }))
          .filter((one) => one.balances.length > 0);
      },
      view: stockPage,
    }),
  ],
};
