/** S34: 市町村 links a satellite to its 基本型, per vaccine. */
export { satellitesRoom } from './routes.ts';
