/** Chapter 1.5: ホーム, put together from what the rooms offer. */
export { homeRoom } from './routes.ts';
