/** Business time: the real clock, or the demo's own. */
export { type Clock, type DemoClock, demoClock, realClock } from './clock.ts';
