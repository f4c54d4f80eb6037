import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { isLot, type LotChange, type LotFacts, loadLotChanges, loadLotFacts } from '../lots/index.ts';
import { loadVaccine, type Vaccine } from '../vaccines/index.ts';
import { chainsOf, type Step } from './chains.ts';
import { loadHolders } from './holders.store.ts';
import type { Holder } from './holders.ts';
import { loadLotReceipts } from './trace-lot.store.ts';
import { listTransfers, type Transfer } from './transfers.store.ts';

export type LotTrace = {
  readonly vaccine: Vaccine;
  readonly lot: string;
  /** null: no delivery of it is known */
  readonly facts: LotFacts | null;
  readonly changes: readonly LotChange[];
  readonly holders: readonly Holder[];
  /** From each receipt along the transfers to where the vials went; as far as the actor may see. */
  readonly steps: readonly Step[];
  readonly transfers: readonly Transfer[];
};

/** Far more transfers of one lot than any office follows by eye. */
const most = 500;

/** 「ロットの追跡」 (S12, S27): from the lot to the venues and back. */
export const loadLotTrace = async (
  { tx }: Ctx,
  { vaccine: vaccineId, lot }: { readonly vaccine: number; readonly lot: string },
): Promise<LotTrace> => {
  const vaccine = await loadVaccine(tx, vaccineId);
  if (!vaccine || !isLot(lot)) throw notFound();
  const transfers = await listTransfers(tx, { vaccineId, lot, limit: most });
  const receipts = await loadLotReceipts(tx, vaccineId, lot);
  const facts = await loadLotFacts(tx, vaccineId, lot);
  if (!facts && transfers.length + receipts.length === 0) throw notFound();
  return {
    vaccine,
    lot,
    facts,
    changes: await loadLotChanges(tx, vaccineId, lot),
    holders: await loadHolders(tx, vaccineId, lot),
    steps: chainsOf(receipts, transfers),
    transfers,
  };
};
