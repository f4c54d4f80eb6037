/**
 * S26: the stock ledger. `ledger_entries` is append-only; `stock_balances` (venue × vaccine) and `stock_lot_balances`
 * (… × lot) are sums of it that triggers keep, so a row is never written by hand. A report version enters by trigger
 * too (`report_enters_ledger`): kind `use` with its increase in doses (source `report`), kind `disposal` with what its
 * running total of disposal adds (source `report_disposal`).
 */
export {
  loadStock,
  loadStockByVenue,
  loadStockSums,
  type StockArea,
  type StockSum,
  type VenueStock,
} from './balances.store.ts';
export { checkNightly } from './check-nightly.service.ts';
export { planTransfers, type TransferPlan } from './plan-transfers.service.ts';
export { reconcileStock } from './reconcile.service.ts';
export { stockRoom } from './routes.ts';
export { askAboutTransfers, saveTransfers } from './save-transfers.service.ts';
export { rowKeyOf, type TypedTransfer } from './transfer-input.ts';
export { loadTransfers, type Transfer } from './transfers.store.ts';
export { pairStateOf, type TransferSide } from './transfers.ts';
