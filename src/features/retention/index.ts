/** S35: how long what is kept, as data. */
export { retentionRoom } from './routes.ts';
