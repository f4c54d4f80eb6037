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
export { registerDemand, staleDemand } from './register-demand.service.ts';
export { demandsRoom } from './routes.ts';
