import type { SeedRow } from '../seed/index.ts';
import type { UserOf } from './demand-rows.ts';
import type { TableRows, Vaccine } from './offices.ts';
import type { DemoReport } from './reports.ts';

type Context = {
  readonly vaccine: Vaccine;
  readonly userOf: UserOf;
  /** The municipality's office, which types for satellites. */
  readonly officeOf: (municipalityCode: string) => number;
  readonly nextReport: () => number;
};

/** The rows of the reports (chapter 5.1), in the order in which they came; totals and ledger follow by trigger. */
export const reportRows = (context: Context, reports: readonly DemoReport[]): readonly TableRows[] => {
  const inTime = reports
    .toSorted((a, b) => (a.registeredAt < b.registeredAt ? -1 : 1))
    .map((report) => ({ report, id: context.nextReport() }));
  return [
    ['report_versions', inTime.map(({ report, id }) => versionRow(context, report, id))],
    ['report_counts', inTime.flatMap(({ report, id }) => countRows(report, id))],
  ];
};

const placeOf = ({ id, municipality }: DemoReport['venue']) => ({
  venue_id: id,
  prefecture_code: municipality.prefectureCode,
  municipality_code: municipality.code,
});

const versionRow = ({ vaccine, userOf, officeOf }: Context, report: DemoReport, id: number): SeedRow => {
  const office = report.byOffice ? officeOf(report.venue.municipality.code) : null;
  return {
    id,
    ...placeOf(report.venue),
    vaccine_id: vaccine.id,
    cycle_id: report.cycle,
    version: report.version,
    doses: Object.values(report.counts).reduce((sum, doses) => sum + doses, 0),
    discarded_vials: report.discarded,
    registered_at: report.registeredAt,
    registered_by: userOf(office ?? report.venue.id),
    proxy_org_id: office,
  };
};

const countRows = ({ venue, counts }: DemoReport, id: number): SeedRow[] =>
  Object.entries(counts).map(([cell, doses]) => {
    const [category = '', number] = cell.split('.');
    return { report_id: id, category, dose_number: Number(number), doses, ...placeOf(venue) };
  });
