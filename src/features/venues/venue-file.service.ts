import { dayOf } from '../../kernel/calendar.ts';
import { conflict } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { csvFile, type TableFile, type TableFormat, tableFile } from '../../platform/csv/index.ts';
import { areaOf, recordsOf } from './load-records.service.ts';
import { venueCells, venueColumns } from './venue-cells.ts';
import { maxExcelVenues } from './venue-file.ts';
import { countVenues, type VenueFilter } from './venue-list.store.ts';
import { loadChoices } from './venue-names.store.ts';

type Row = ReturnType<typeof venueCells>;
type Query = Pick<VenueFilter, 'q' | 'state'>;

async function* rowsOf(ctx: Ctx, query: Query): AsyncGenerator<readonly Row[]> {
  const choices = await loadChoices(ctx.tx);
  for await (const venues of recordsOf(ctx, query)) yield venues.map((venue) => venueCells(venue, choices));
}

/** The venues of the list as rows of a file, all at once. */
export const allRows = async (ctx: Ctx, query: Query): Promise<readonly Row[]> => {
  const all: Row[] = [];
  for await (const rows of rowsOf(ctx, query)) all.push(...rows);
  return all;
};

/** S19: the venues of the list, every declared field a column; 「Excel・CSVで入力する」 takes the same file back. */
export const venueFile = async (ctx: Ctx, format: TableFormat, query: Query): Promise<TableFile> => {
  const columns = venueColumns.map(({ key, label }) => ({ label, cell: (row: Row) => row[key] }));
  const name = `医療機関・接種会場_${dayOf(ctx.now)}`;
  if (format === 'csv') return csvFile(name, columns, rowsOf(ctx, query));
  if ((await countVenues(ctx.tx, { ...areaOf(ctx.actor), ...query })) > maxExcelVenues)
    throw conflict(
      `Excelファイルは${maxExcelVenues.toLocaleString('ja-JP')}件までです。絞り込むか、CSVをダウンロードしてください。`,
    );
  return tableFile(format, name, columns, await allRows(ctx, query));
};
