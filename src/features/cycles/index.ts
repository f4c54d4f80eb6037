/** クール: the rounds, their periods and where they stand. */

export { CycleSteps } from './cycle.page.tsx';
export type { CycleStage } from './cycle-steps.ts';
export { type CycleMark, loadCycle, loadCycles, loadUnmarkedCycles, markCycle } from './cycles.store.ts';
export {
  type Cycle,
  currentCycle,
  cycleName,
  cycleTitle,
  deadlineAlertAt,
  type RegistrationPhase,
  registrationEnd,
  registrationPhase,
} from './cycles.ts';
export { cyclesRoom } from './routes.ts';
