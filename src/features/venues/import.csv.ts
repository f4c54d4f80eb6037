import { readSheet, type Sheet } from '../../platform/csv/index.ts';
import { type ExportKey, exportColumns } from './import-columns.ts';

/** As many venues as the country has, and some. */
export const maxExportRows = 100_000;

/** The export of ワクチン接種契約受付システム as rows (S30). */
export const readExport = (text: string): Sheet<ExportKey> => readSheet(text, exportColumns, maxExportRows);
