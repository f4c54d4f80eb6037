/** S19: tables that people fill from a CSV or Excel file, checked as on screen, previewed, all rows or none. */

export { sheetRoutes } from './sheet.routes.ts';
export { type PlannedRow, planRows, type Say, type SheetFault, type SheetPlan } from './sheet-plan.ts';
export type { SheetTable } from './sheet-table.csv.ts';
