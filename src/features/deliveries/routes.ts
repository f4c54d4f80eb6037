import type { Room } from '../../platform/room.ts';
import { sheetRoutes } from '../sheets/index.ts';
import { deliveryRoutes } from './deliveries.routes.ts';
import { deliverySheet } from './delivery-sheet.service.ts';
import { officeRoutes } from './offices.routes.ts';
import { orderRoutes } from './orders.routes.ts';
import { shipmentSheet } from './shipment-sheet.service.ts';
import { shipmentRoutes } from './shipments.routes.ts';
import { venueRoutes } from './venue.routes.ts';

export const deliveriesRoom: Room = {
  name: 'deliveries',
  routes: [
    ...venueRoutes,
    ...shipmentRoutes,
    ...deliveryRoutes,
    ...officeRoutes,
    ...orderRoutes,
    ...sheetRoutes(shipmentSheet),
    ...sheetRoutes(deliverySheet),
  ],
};
