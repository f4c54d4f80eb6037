/** Chapter 5.1 (and the page of 2.4): 接種実績等の報告. */
export { type ReportMenuState, reportMenuState } from './report-menu.service.ts';
export { loadPastShape } from './reports.store.ts';
export { doseLabel, type ReportShape } from './reports.ts';
export { reportsRoom } from './routes.ts';
