import type { Room } from '../../platform/room.ts';
import { sheetRoutes } from '../sheets/index.ts';
import { organisationRoutes } from './organisation.routes.ts';
import { organisationSheet } from './organisation-sheet.service.ts';
import { userRoutes } from './user.routes.ts';

export const organisationsRoom: Room = {
  name: 'organisations',
  routes: [...sheetRoutes(organisationSheet), ...organisationRoutes, ...userRoutes],
};
