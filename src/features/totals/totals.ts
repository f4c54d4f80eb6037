import type { Day } from '../../kernel/calendar.ts';
import { sumKnown } from '../../kernel/quantities.ts';
import type { ReportShape } from '../reports/index.ts';

/** What is kept: of the reports doses and who reported (in the クール, ever), of the ledger vials. */
export type Measure = 'total_doses' | 'doses' | 'venues_reported' | 'venues_first' | 'received' | 'discarded';

/**
 * Kept by 都道府県 only: 納入希望量 and who entered one (in the クール, ever), vials that were distributed; without クール
 * the stock in vials, and the venues of which it is known.
 */
export type CountryMeasure = 'demanded' | 'demand_venues' | 'demand_first' | 'distributed' | 'stock' | 'stock_venues';

/** Figures of one area, venue or クール; null: nothing is known, which is not 0. */
export type Totals = {
  /** 納入希望量 in 最小包装単位, and how many of the 基本型 entered one. */
  readonly demandUnits: number | null;
  readonly demandVenues: number;
  readonly basicVenues: number;
  /** What the area was given by the level above, in 最小包装単位, by fixed sheets only. */
  readonly allocatedUnits: number | null;
  /** Vials that the municipalities have fixed for their venues. */
  readonly distributedVials: number | null;
  readonly receivedVials: number | null;
  readonly doses: number | null;
  readonly discardedVials: number | null;
  /** By the ledger as it stands now, whatever the クール. */
  readonly stockVials: number | null;
  /** Venues whose stock is known. */
  readonly stockVenues: number;
  readonly reportedVenues: number;
  /** Approved venues that handle the vaccine: each owes a report. */
  readonly venues: number;
  readonly reportedAt: Date | null;
};

export const nothing: Totals = {
  demandUnits: null,
  demandVenues: 0,
  basicVenues: 0,
  allocatedUnits: null,
  distributedVials: null,
  receivedVials: null,
  doses: null,
  discardedVials: null,
  stockVials: null,
  stockVenues: 0,
  reportedVenues: 0,
  venues: 0,
  reportedAt: null,
};

/** One line of a table of totals. */
export type TotalsRow = Totals & { readonly key: string; readonly name: string };

/** What was known about some keys, put together line by line; a key nothing is known of is a line of blanks. */
export const linesOf = (
  keys: readonly { readonly key: string; readonly name: string }[],
  parts: readonly ReadonlyMap<string, Partial<Totals>>[],
): TotalsRow[] =>
  keys.map(({ key, name }) => Object.assign({ ...nothing, key, name }, ...parts.map((part) => part.get(key) ?? {})));

const latest = (instants: readonly (Date | null)[]): Date | null =>
  instants.reduce((last, at) => (at && (!last || at > last) ? at : last), null);

/** The sum of lines that do not overlap; unknown stays unknown as long as every line is. */
export const addUp = (rows: readonly Totals[]): Totals => {
  const known = (
    key:
      | 'demandUnits'
      | 'allocatedUnits'
      | 'distributedVials'
      | 'receivedVials'
      | 'doses'
      | 'discardedVials'
      | 'stockVials',
  ) => sumKnown(rows.map((row) => row[key]));
  const count = (key: 'demandVenues' | 'basicVenues' | 'stockVenues' | 'reportedVenues' | 'venues') =>
    rows.reduce((sum, row) => sum + row[key], 0);
  return {
    demandUnits: known('demandUnits'),
    demandVenues: count('demandVenues'),
    basicVenues: count('basicVenues'),
    allocatedUnits: known('allocatedUnits'),
    distributedVials: known('distributedVials'),
    receivedVials: known('receivedVials'),
    doses: known('doses'),
    discardedVials: known('discardedVials'),
    stockVials: known('stockVials'),
    stockVenues: count('stockVenues'),
    reportedVenues: count('reportedVenues'),
    venues: count('venues'),
    reportedAt: latest(rows.map((row) => row.reportedAt)),
  };
};

/** Doses of a category and number; the sum over all of them is 延べ回数. */
export type DoseCell = { readonly category: string; readonly doseNumber: number; readonly doses: number };
/** Doses by category and number, with the rows and columns to show them in. */
export type Breakdown = { readonly shape: ReportShape; readonly cells: readonly DoseCell[] };
/** 延べ回数 that were reported on a day; null: nobody reported. */
export type DayDoses = { readonly day: Day; readonly doses: number | null };

/** Reported of all that owe a report, 0 to 1; null where nobody owes one. */
export const coverage = ({ reportedVenues, venues }: Totals): number | null =>
  venues === 0 ? null : Math.min(1, reportedVenues / venues);

const thousands = (n: number): string => n.toLocaleString('ja-JP');

/** 「報告済 812 / 1,034 施設」. */
export const coverageText = ({ reportedVenues, venues }: Totals): string =>
  `報告済 ${thousands(reportedVenues)} / ${thousands(venues)} 施設`;
