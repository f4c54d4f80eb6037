/** S26: the stock ledger; what a venue received, by vaccine and lot. */
export { loadReceived } from './load-received.service.ts';
export { stockRoom } from './routes.ts';
