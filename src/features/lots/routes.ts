import { z } from 'zod';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { loadVaccines } from '../vaccines/index.ts';
import { changeLot } from './change-lot.service.ts';
import { lotChangeForm } from './lot-change.form.ts';
import { normaliseLot } from './lot-text.ts';
import { lotChangePage, lotListPage } from './lots.page.tsx';
import { listLots } from './lots.store.ts';

const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const text = z.string().max(40);
const shown = 200;

const change = page({
  path: '/lots/change',
  permission: 'lot.manage',
  query: z.object({ vaccine: id.optional(), lot: text.optional() }),
  load: async ({ tx }, { query }) => ({ vaccines: await loadVaccines(tx), ...query }),
  view: lotChangePage,
});

export const lotsRoom: Room = {
  name: 'lots',
  routes: [
    page({
      path: '/lots',
      permission: 'lot.manage',
      query: z.object({ q: text.default(''), vaccine: z.union([z.literal(''), id]).default('') }),
      load: async ({ tx }, { query: { q, vaccine } }) => {
        const lots = await listLots(tx, { q: normaliseLot(q), vaccineId: vaccine || undefined }, shown + 1);
        return {
          lots: lots.slice(0, shown),
          more: lots.length > shown,
          vaccines: await loadVaccines(tx),
          q,
          vaccine: String(vaccine),
        };
      },
      view: lotListPage,
    }),
    change,
    action({
      path: '/lots/change',
      permission: 'lot.manage',
      audit: 'lot.change',
      form: lotChangeForm,
      page: change,
      run: (ctx, { input }) => changeLot(ctx, input),
    }),
  ],
};
