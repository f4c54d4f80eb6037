import type { Room } from '../../platform/room.ts';
import { forgetViews } from './feedback.store.ts';
import { manualRoutes } from './manual.routes.ts';
import { readerRoutes } from './reader.routes.ts';

export const knowledgeRoom: Room = {
  name: 'knowledge',
  due: ({ tx }, now) => forgetViews(tx, now),
  routes: [...readerRoutes, ...manualRoutes],
};
