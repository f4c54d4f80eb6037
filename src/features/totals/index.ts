/** S14: 集計, what was asked for, given, received, used and left, by area, クール, vaccine and day. */
export { totalsRoom } from './routes.ts';
