export { load } from './venues.store.ts';
