/** S19: tables that people fill from a CSV or Excel file, checked as on screen, previewed, all rows or none. */

export { SheetLink } from './sheet.page.tsx';
export { sheetRoutes } from './sheet.routes.ts';
export {
  changed,
  codeOf,
  otherSheet,
  type PlannedRow,
  planRows,
  type Read,
  type Say,
  type SheetFault,
  type SheetPlan,
} from './sheet-plan.ts';
export type { Report, SheetTable } from './sheet-table.csv.ts';
export { takeOverSheetJob } from './take-over-sheet.job.ts';
