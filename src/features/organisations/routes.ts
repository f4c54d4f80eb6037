import type { Room } from '../../platform/room.ts';
import { importRoutes } from './import.routes.ts';
import { organisationRoutes } from './organisation.routes.ts';
import { userRoutes } from './user.routes.ts';

export const organisationsRoom: Room = {
  name: 'organisations',
  routes: [...organisationRoutes, ...userRoutes, ...importRoutes],
};
