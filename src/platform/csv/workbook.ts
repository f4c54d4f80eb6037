import type ExcelJS from 'exceljs';

/** An empty workbook. Its library is loaded by the first who needs one: a start that reads its files takes far longer. */
export const newWorkbook = async (): Promise<ExcelJS.Workbook> => new (await import('exceljs')).default.Workbook();
