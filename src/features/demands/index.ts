/** Chapter 2.4 and S2–S4: 納入希望量. */
export { periodText } from './deadlines.ts';
export { loadDemand, loadMunicipalDemands, sumByMunicipality, sumByPrefecture } from './demands.store.ts';
export {
  type Amount,
  type AreaDemand,
  amountOf,
  type Demand,
  maxRequest,
  type StorageChoice,
  storageChoices,
  storageLabel,
  storagesFor,
  type VenueDemand,
} from './demands.ts';
export { demandsWaiting, type WaitingDemand } from './demands-waiting.service.ts';
export { missingNow } from './load-missing.service.ts';
export type { Missing } from './missing.ts';
export { MissingPanel, missingTitles } from './missing-panel.page.tsx';
export { registerDemand, staleDemand } from './register-demand.service.ts';
export { demandsRoom } from './routes.ts';
