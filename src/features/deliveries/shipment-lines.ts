import type { Day } from '../../kernel/calendar.ts';
import { faultsOfShipDays, type ShipDays } from './dates.ts';
import { type Distribution, hasExchanges } from './distribution.ts';
import { faultsOfLots, sameLots, type TypedLot, toLots } from './lots.ts';
import { lotsOpen, type Shipment } from './shipment-changes.ts';

/** One line of a file: the days, and one lot of the row. A blank cell leaves what is there. */
export type ShipmentLine = {
  readonly line: number;
  readonly row: Distribution;
  readonly days: Readonly<Record<keyof ShipDays, Day | null | undefined>>;
  readonly lot: TypedLot;
};
export type LineFault = { readonly line: number; readonly column: string; readonly message: string };
export type LineShipment = { readonly line: number; readonly row: Distribution; readonly shipment: Shipment };

const dayKeys = ['shipDay', 'nextExchangeDay', 'afterNextExchangeDay'] as const;

/** The days of a row's lines; two lines that say different days are a fault. */
const daysOf = (lines: readonly ShipmentLine[], row: Distribution, fault: (one: LineFault) => void): ShipDays => {
  const days: Record<keyof ShipDays, Day | null> = {
    shipDay: row.shipDay,
    nextExchangeDay: hasExchanges(row) ? row.nextExchangeDay : null,
    afterNextExchangeDay: hasExchanges(row) ? row.afterNextExchangeDay : null,
  };
  for (const key of dayKeys) {
    const typed = lines.filter(({ days: said }) => said[key]);
    const [first] = typed;
    if (first?.days[key]) days[key] = first.days[key];
    const other = typed.find(({ days: said }) => said[key] !== first?.days[key]);
    if (other)
      fault({ line: other.line, column: key, message: `${first?.line}行目と日付が違います。同じ日付にしてください。` });
  }
  return days;
};

/** The lots of a row's lines; the only lot without a number of vials is all of the row. */
const lotsOf = (lines: readonly ShipmentLine[], { pieces }: Distribution): TypedLot[] => {
  const lots = lines.map(({ lot }) => lot).filter(({ lot, expiry, vials }) => lot !== '' || expiry || vials !== null);
  const [only] = lots;
  return only && lots.length === 1 && only.vials === null ? [{ ...only, vials: pieces }] : lots;
};

const shipmentOfLines = (
  lines: readonly [ShipmentLine, ...ShipmentLine[]],
  fault: (one: LineFault) => void,
): LineShipment => {
  const [{ row, line: first }] = lines;
  const days = daysOf(lines, row, fault);
  const typed = lotsOf(lines, row);
  const faults = faultsOfLots(typed, row.pieces, days.shipDay ?? row.deliveryFrom);
  for (const [name, message] of Object.entries(faults)) {
    const [line, column = ''] = name.split('.');
    fault({ line: Number(line), column, message });
  }
  const lots = typed.length > 0 && Object.keys(faults).length === 0 ? toLots(typed) : row.lots;
  if (!sameLots(lots, row.lots) && !lotsOpen(row))
    fault({ line: first, column: 'lot', message: '納入済みのため、ロットは変更できません。' });
  if (lots.length > 0 && days.shipDay === null)
    fault({ line: first, column: 'shipDay', message: '製薬メーカー出荷日を入力してください。' });
  for (const [column, message] of Object.entries(faultsOfShipDays(days, row))) fault({ line: first, column, message });
  return { line: first, row, shipment: { ...days, lots } };
};

/** Lines of a file → what is said of each row, with the same checks as on its own page. */
export const shipmentsOfLines = (
  lines: readonly ShipmentLine[],
): { readonly shipments: readonly LineShipment[]; readonly faults: readonly LineFault[] } => {
  const faults: LineFault[] = [];
  const groups = [...Map.groupBy(lines, ({ row }) => row.id).values()];
  const shipments = groups.flatMap(([first, ...rest]) =>
    first ? [shipmentOfLines([first, ...rest], (fault) => faults.push(fault))] : [],
  );
  return { shipments, faults };
};
