/** S14: 集計, what was asked for, given, received, used and left, by area, クール, vaccine and day. */
export { loadOpenDoses, type OpenDoses, openDosesKey } from './open-doses.store.ts';
export { differingTotals } from './reconcile.store.ts';
export { totalsRoom } from './routes.ts';
