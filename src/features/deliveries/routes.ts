import type { Room } from '../../platform/room.ts';
import { deliveryRoutes } from './routes-deliveries.ts';
import { officeRoutes } from './routes-offices.ts';
import { shipmentRoutes } from './routes-shipments.ts';
import { venueRoutes } from './routes-venue.ts';

export const deliveriesRoom: Room = {
  name: 'deliveries',
  routes: [...venueRoutes, ...shipmentRoutes, ...deliveryRoutes, ...officeRoutes],
};
