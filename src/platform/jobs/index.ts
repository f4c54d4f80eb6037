/** Work outside the request: jobs sent inside the business transaction, and what is due by the business clock. */
export { type JobPayloads, QUEUES, type Queue } from './queues.ts';
export { sendJob } from './send.ts';
export { type Handler, type Handlers, type RunningJobs, startJobs, stopJobs } from './start.ts';
export { type CtxOf, type DueRoom, runDue, stepClock } from './tick.ts';
export { startTicker } from './ticker.ts';
