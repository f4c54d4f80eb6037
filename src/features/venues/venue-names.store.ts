import '../vaccines/index.ts';
import type { Tx } from '../../platform/db/index.ts';
import { loadVaccines } from '../vaccines/index.ts';
import type { Choices, Vendor } from './venue-values.ts';

/** Booking vendors to choose from. */
const loadVendors = (tx: Tx): Promise<Vendor[]> =>
  tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('kind', '=', 'vendor')
    .where('active', '=', true)
    .orderBy('name')
    .orderBy('id')
    .execute();

/** What a venue can choose from, and the names behind the ids. */
export const loadChoices = async (tx: Tx): Promise<Choices> => {
  const vaccines = await loadVaccines(tx);
  const vendors = await loadVendors(tx);
  return {
    vaccines,
    vendors,
    names: {
      vaccine: (id) => vaccines.find((one) => one.id === id)?.shortName ?? '',
      vendor: (id) => vendors.find((one) => one.id === id)?.name ?? '',
    },
  };
};
