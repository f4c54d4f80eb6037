import type { Day } from '../../kernel/calendar.ts';
import type { FieldErrors } from '../../kernel/problem.ts';
import { faultsOfShipDays, type ShipDays } from './dates.ts';
import { type Distribution, hasExchanges } from './distribution.ts';
import { type GridOp, opOf } from './grid.ts';
import { faultsOfLots, type NewLot, sameLots, type TypedLot, toLots } from './lots.ts';

/** What the maker says about a row. */
export type Shipment = ShipDays & { readonly lots: readonly NewLot[] };
/** A line of the table: the days, and the one lot where there are not several. */
export type ShipmentCells = ShipDays & { readonly lot: string; readonly expiry: Day | null };
type TypedShipment = ShipmentCells & { readonly pick: boolean; readonly was: string; readonly version: number };
export type TypedShipments = ShipmentCells & {
  readonly op: GridOp | null;
  readonly asked: GridOp | null;
  readonly rows: Readonly<Record<string, TypedShipment>>;
};

/** Lots can be said until the delivery is reported; several lots only on the row's own page. */
export const lotsOpen = ({ deliveredAt }: Pick<Distribution, 'deliveredAt'>): boolean => deliveredAt === null;
export const lotInTable = (row: Distribution): boolean => lotsOpen(row) && row.lots.length <= 1;

/** The cells of a row as they stand; what cannot be entered in the table stays blank. */
export const cellsOf = (row: Distribution): ShipmentCells => {
  const [only] = lotInTable(row) ? row.lots : [];
  return {
    shipDay: row.shipDay,
    lot: only?.lot ?? '',
    expiry: only?.expiry ?? null,
    nextExchangeDay: hasExchanges(row) ? row.nextExchangeDay : null,
    afterNextExchangeDay: hasExchanges(row) ? row.afterNextExchangeDay : null,
  };
};

/** The cells in one text, to tell what was touched since the form was opened. */
export const cellsText = (cells: ShipmentCells): string =>
  [cells.shipDay, cells.lot, cells.expiry, cells.nextExchangeDay, cells.afterNextExchangeDay]
    .map((cell) => cell ?? '')
    .join('|');

/** The rows that a button means. */
export const meantShipments = (rows: readonly Distribution[], typed: TypedShipments): Distribution[] => {
  const op = opOf(typed);
  if (op === 'save') return [...rows];
  return rows.filter(({ id }) => (op === 'fill-empty' ? typed.rows[id]?.shipDay === null : typed.rows[id]?.pick));
};

/** Cells with the values for many rows put over them, where such a value was given and the row takes it. */
const filled = (row: Distribution, cells: ShipmentCells, bulk: ShipmentCells): ShipmentCells => {
  const lot = lotInTable(row) ? bulk : { lot: '', expiry: null };
  const exchange = hasExchanges(row) ? bulk : { nextExchangeDay: null, afterNextExchangeDay: null };
  return {
    shipDay: bulk.shipDay ?? cells.shipDay,
    lot: lot.lot || cells.lot,
    expiry: lot.expiry ?? cells.expiry,
    nextExchangeDay: exchange.nextExchangeDay ?? cells.nextExchangeDay,
    afterNextExchangeDay: exchange.afterNextExchangeDay ?? cells.afterNextExchangeDay,
  };
};

export type ShipmentChange = { readonly row: Distribution; readonly cells: ShipmentCells };

/** The rows whose cells were touched, or filled. */
export const shipmentChangesOf = (rows: readonly Distribution[], typed: TypedShipments): ShipmentChange[] => {
  const filling = opOf(typed) !== 'save';
  const meant = new Set(meantShipments(rows, typed));
  return rows.flatMap((row) => {
    const line = typed.rows[row.id];
    if (!line) return [];
    const cells = filling && meant.has(row) ? filled(row, line, typed) : line;
    return cellsText(cells) === line.was ? [] : [{ row, cells }];
  });
};

const lineOf = (row: Distribution, { lot, expiry }: ShipmentCells): TypedLot[] =>
  lotInTable(row) && (lot !== '' || expiry !== null) ? [{ key: 'one', lot, expiry, vials: row.pieces }] : [];

/** Cells → what is saved: lots that cannot be entered in the table stay as they are. */
export const shipmentOf = ({ row, cells }: ShipmentChange): Shipment => ({
  shipDay: cells.shipDay,
  nextExchangeDay: cells.nextExchangeDay,
  afterNextExchangeDay: cells.afterNextExchangeDay,
  lots: lotInTable(row) ? toLots(lineOf(row, cells)) : row.lots,
});

/** What is wrong with a row of the table, by column. */
export const faultsOfCells = ({ row, cells }: ShipmentChange): FieldErrors => {
  const lots = lineOf(row, cells);
  const faults = faultsOfLots(lots, row.pieces, cells.shipDay ?? row.deliveryFrom);
  const { 'one.lot': lot, 'one.expiry': expiry } = faults;
  const dayless = lots.length > 0 && cells.shipDay === null;
  return {
    ...(dayless && { shipDay: '製薬メーカー出荷日を入力してください。' }),
    ...faultsOfShipDays(cells, row),
    ...(lot && { lot }),
    ...(expiry && { expiry }),
  };
};

/** Does saving this change anything that the venue sees? */
export const sameShipment = (row: Distribution, shipment: Shipment): boolean =>
  row.shipDay === shipment.shipDay &&
  row.nextExchangeDay === shipment.nextExchangeDay &&
  row.afterNextExchangeDay === shipment.afterNextExchangeDay &&
  sameLots(row.lots, shipment.lots);
