/** Work outside the request: jobs sent inside the business transaction, and what is due by the business clock. */
export { loadDoneDay, saveDoneDay } from './daily.store.ts';
export { sendJob, sendJobs } from './send.ts';
export { type Handler, type Handlers, type RunningJobs, startJobs, type Together } from './start.ts';
export { type CtxOf, type DueRoom, runDue, stepClock } from './tick.ts';
export { startTicker } from './ticker.ts';
