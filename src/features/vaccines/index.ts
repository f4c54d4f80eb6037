/** Vaccines: packs, needles and syringes, doses per vial. */

export { vaccinesRoom } from './routes.ts';
export { loadDosesPerVial, loadVaccine, loadVaccines } from './vaccines.store.ts';
export {
  type DosesPerVial,
  dosesOf,
  dosesPerVialOn,
  type Pack,
  type Supplies,
  suppliesFor,
  type Vaccine,
  vialsOf,
} from './vaccines.ts';
