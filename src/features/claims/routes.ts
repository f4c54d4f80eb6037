import { page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { claimsPage } from './claims.page.tsx';

export const claimsRoom: Room = {
  name: 'claims',
  routes: [
    page({ path: '/claims', permission: 'claim.view', load: async ({ actor }) => actor.org.name, view: claimsPage }),
  ],
};
