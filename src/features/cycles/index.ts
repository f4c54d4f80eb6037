/** クール: the rounds, their periods and where they stand. */
export {
  type Cycle,
  currentCycle,
  cycleName,
  cycleTitle,
  deadlineAlertAt,
  type RegistrationPhase,
  registrationPhase,
} from './cycles.ts';
export { loadCycle, loadCycles, loadOpenCycle } from './cycles.store.ts';
