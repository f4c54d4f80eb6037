import { page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { homePage } from './home.page.tsx';
import { loadHome } from './load-home.service.ts';

export const homeRoom: Room = {
  name: 'home',
  routes: [page({ path: '/', permission: 'home.view', load: loadHome, view: homePage })],
};
