/** S33: offices, makers, wholesalers, vendors, and the users of every organisation. */
export { kindNames } from './organisations.ts';
export { organisationsRoom } from './routes.ts';
