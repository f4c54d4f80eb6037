import { accountsRoom } from './features/accounts/index.ts';
import { allocationsRoom } from './features/allocations/index.ts';
import { apiKeysRoom } from './features/api-keys/index.ts';
import { applicationsRoom } from './features/applications/index.ts';
import { bookingStatusRoom } from './features/booking-status/index.ts';
import { claimsRoom } from './features/claims/index.ts';
import { cyclesRoom } from './features/cycles/index.ts';
import { deliveriesRoom } from './features/deliveries/index.ts';
import { demandsRoom } from './features/demands/index.ts';
import { homeRoom } from './features/home/index.ts';
import { knowledgeRoom } from './features/knowledge/index.ts';
import { lotsRoom } from './features/lots/index.ts';
import { naviRoom } from './features/navi/index.ts';
import { noticesRoom } from './features/notices/index.ts';
import { organisationsRoom } from './features/organisations/index.ts';
import { proposalsRoom } from './features/proposals/index.ts';
import { reportsRoom } from './features/reports/index.ts';
import { retentionRoom } from './features/retention/index.ts';
import { satellitesRoom } from './features/satellites/index.ts';
import { serviceDeskRoom } from './features/service-desk/index.ts';
import { stockRoom } from './features/stock/index.ts';
import { supportRoom } from './features/support/index.ts';
import { totalsRoom } from './features/totals/index.ts';
import { vaccinesRoom } from './features/vaccines/index.ts';
import { venueLookupRoom, venuesRoom } from './features/venues/index.ts';
import { wholesalerAreasRoom } from './features/wholesaler-areas/index.ts';
import type { Room } from './platform/room.ts';

/** The rooms of the house, in the order in which a クール runs; events and due work go through them in this order. */
export const rooms: readonly Room[] = [
  vaccinesRoom,
  lotsRoom,
  accountsRoom,
  apiKeysRoom,
  organisationsRoom,
  serviceDeskRoom,
  applicationsRoom,
  venuesRoom,
  venueLookupRoom,
  wholesalerAreasRoom,
  satellitesRoom,
  cyclesRoom,
  demandsRoom,
  allocationsRoom,
  deliveriesRoom,
  stockRoom,
  reportsRoom,
  totalsRoom,
  proposalsRoom,
  claimsRoom,
  bookingStatusRoom,
  naviRoom,
  knowledgeRoom,
  supportRoom,
  noticesRoom,
  retentionRoom,
  homeRoom,
];
