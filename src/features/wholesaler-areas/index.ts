/** S34: 都道府県 assigns wholesalers to areas, with dates. */
export { wholesalerAreasRoom } from './routes.ts';

export type { WholesalerArea } from './wholesaler-areas.ts';
