/** クール: the rounds, their periods and where they stand. */

export { loadCycle, loadCycles, loadOpenCycle } from './cycles.store.ts';
export {
  type Cycle,
  currentCycle,
  cycleName,
  cycleTitle,
  deadlineAlertAt,
  type RegistrationPhase,
  registrationPhase,
} from './cycles.ts';
