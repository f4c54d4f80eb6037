import type { Room } from '../../platform/room.ts';
import { deskRoutes } from './desk.routes.ts';
import { forgetViews } from './feedback.store.ts';
import { fileRoutes } from './file.routes.ts';
import { manualRoutes } from './manual.routes.ts';
import { readerRoutes } from './reader.routes.ts';

export const knowledgeRoom: Room = {
  name: 'knowledge',
  due: ({ tx }, now) => forgetViews(tx, now),
  routes: [...readerRoutes, ...manualRoutes, ...deskRoutes, ...fileRoutes],
};
