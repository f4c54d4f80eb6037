/** S33: offices, makers, wholesalers, vendors, and the users of every organisation. */

export { organisationsRoom } from './routes.ts';
