/** S17: proposals of allocation, computed by rules that are data, before one is taken over into a draft. */
export { proposalsRoom } from './routes.ts';
