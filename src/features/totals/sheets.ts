import { type Day, formatInstant } from '../../kernel/calendar.ts';
import { doseLabel } from '../reports/index.ts';
import type { Scope } from './scope.ts';
import type { Breakdown, DayDoses, Totals, TotalsRow } from './totals.ts';

/** A table as a file holds it; null: not known, an empty cell. */
export type Sheet = {
  readonly name: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
};

const figureHead = (unit: string): readonly string[] => [
  '報告済（施設）',
  '対象（施設）',
  `納入希望量（${unit}）`,
  '希望登録済（施設）',
  `分配量（${unit}）`,
  '分配量（バイアル）',
  '受領（バイアル）',
  '接種回数（回）',
  '廃棄（バイアル）',
  '最新の報告',
];

const figureCells = (row: Totals) => [
  row.reportedVenues,
  row.venues,
  row.demandUnits,
  row.demandVenues,
  row.allocatedUnits,
  row.distributedVials,
  row.receivedVials,
  row.doses,
  row.discardedVials,
  row.reportedAt && formatInstant(row.reportedAt),
];

/** 都道府県, 市町村 or 医療機関 with their codes, and the stock as it stands now. */
export const partsSheet = ({ area, vaccine }: Scope, rows: readonly (TotalsRow & { venueCode?: string })[]): Sheet => ({
  name: { country: '都道府県別', prefecture: '市町村別', municipality: '施設別' }[area.level],
  head: ['コード', '名称', ...figureHead(vaccine.unitName), '在庫（バイアル、現在）', '在庫のわかる施設'],
  rows: rows.map((row) => [row.venueCode ?? row.key, row.name, ...figureCells(row), row.stockVials, row.stockVenues]),
});

export const cyclesSheet = ({ vaccine }: Scope, rows: readonly TotalsRow[]): Sheet => ({
  name: 'クール別',
  head: ['クール', ...figureHead(vaccine.unitName)],
  rows: rows.map((row) => [row.name, ...figureCells(row)]),
});

export const daysSheet = (days: readonly DayDoses[]): Sheet => ({
  name: '日別',
  head: ['報告日', '接種回数（回）'],
  rows: days.map(({ day, doses }): readonly [Day, number | null] => [day, doses]),
});

export const cellsSheet = (breakdown: Breakdown): Sheet => {
  const { rows, numbers } = tableOf(breakdown);
  return {
    name: '区分・回数別',
    head: ['区分', ...numbers.map((n) => `${doseLabel(n)}（回）`), '延べ回数（回）'],
    rows: rows.map(({ label, doses, total }) => [label, ...doses, total]),
  };
};

export type BreakdownTable = {
  readonly numbers: readonly number[];
  readonly rows: readonly {
    readonly code: string;
    readonly label: string;
    readonly doses: readonly (number | null)[];
    readonly total: number | null;
  }[];
};

/** Categories by dose numbers; all null while nobody reported, else what was not reported of is 0. */
export const tableOf = ({ shape, cells }: Breakdown): BreakdownTable => {
  const known = cells.length > 0;
  const found = new Map(cells.map(({ category, doseNumber, doses }) => [`${category}.${doseNumber}`, doses]));
  return {
    numbers: shape.doseNumbers,
    rows: shape.categories.map(({ code, label }) => {
      const doses = shape.doseNumbers.map((n) => (known ? (found.get(`${code}.${n}`) ?? 0) : null));
      return { code, label, doses, total: known ? doses.reduce<number>((sum, n) => sum + (n ?? 0), 0) : null };
    }),
  };
};
