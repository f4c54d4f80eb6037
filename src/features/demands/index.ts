/** Chapter 2.4 and S2–S4: 納入希望量. */

export { loadDemand, loadMunicipalDemands, sumByMunicipality, sumByPrefecture } from './demands.store.ts';
export {
  type Amount,
  type AreaDemand,
  amountOf,
  type Demand,
  type StorageChoice,
  storageLabel,
  totalOfAreas,
  totalOfVenues,
  type VenueDemand,
} from './demands.ts';
