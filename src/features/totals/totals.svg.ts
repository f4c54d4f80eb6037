import { formatDayShort } from '../../kernel/calendar.ts';
import type { Bars } from '../../platform/charts/index.ts';
import { doseLabel } from '../reports/index.ts';
import type { BreakdownTable } from './sheets.ts';
import type { DayDoses, TotalsRow } from './totals.ts';

/** So many days fit into one picture; the files hold all. */
const daysShown = 42;

export const dayBars = (days: readonly DayDoses[]): Bars => {
  const shown = days.slice(-daysShown);
  return {
    labels: shown.map(({ day }) => formatDayShort(day)),
    series: [{ name: '接種回数', values: shown.map(({ doses }) => doses) }],
    unit: '回',
  };
};

export const breakdownBars = ({ numbers, rows }: BreakdownTable): Bars => ({
  labels: rows.map(({ label }) => label),
  series: numbers.map((n, i) => ({ name: doseLabel(n), values: rows.map(({ doses }) => doses[i] ?? null) })),
  unit: '回',
  stacked: true,
  lying: true,
});

/** Vials that were fixed and vials that arrived, クール by クール. */
export const cycleBars = (rows: readonly TotalsRow[]): Bars => ({
  labels: rows.map(({ name }) => name),
  series: [
    { name: '分配量', values: rows.map(({ distributedVials }) => distributedVials) },
    { name: '受領', values: rows.map(({ receivedVials }) => receivedVials) },
  ],
  unit: 'バイアル',
});

/** So many lines fit into one picture; the table under it holds all. */
const linesShown = 20;

/** Doses of the parts with the most of them. */
export const partBars = (rows: readonly TotalsRow[]): Bars => {
  const shown = rows
    .filter(({ doses }) => doses !== null)
    .toSorted((a, b) => (b.doses ?? 0) - (a.doses ?? 0))
    .slice(0, linesShown);
  return {
    labels: shown.map(({ name }) => (name.length > 16 ? `${name.slice(0, 15)}…` : name)),
    series: [{ name: '接種回数', values: shown.map(({ doses }) => doses) }],
    unit: '回',
    lying: true,
  };
};
