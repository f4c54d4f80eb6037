/** Forms on paper: pages as values, drawn as PDF beside the server (drawn by serve-papers.ts in a worker thread). */
export { type PaperPool, paperPool } from './pool.ts';
export { type QrBar, qrBars } from './qr.ts';
export { type Block, type Mark, millimetres, type Paper, pageHeight, pageWidth, type Sheet } from './sheet.ts';
export { type Fitted, fitText, widthOf } from './text-width.ts';
