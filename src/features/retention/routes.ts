import { page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { deleteOld } from './delete-old.service.ts';
import { retentionPage } from './retention.page.tsx';
import { loadRules } from './retention.store.ts';

export const retentionRoom: Room = {
  name: 'retention',
  due: deleteOld,
  routes: [
    page({
      path: '/retention',
      permission: 'retention.view',
      load: ({ tx }) => loadRules(tx),
      view: retentionPage,
    }),
  ],
};
