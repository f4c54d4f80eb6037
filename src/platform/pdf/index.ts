/** Forms on paper: pages as values, drawn as PDF beside the server (drawn by serve-papers.ts in a worker thread). */
export { paperPool } from './pool.ts';
export { qrBars } from './qr.ts';
export { type Block, type Mark, millimetres, type Paper, pageHeight, pageWidth, type Sheet } from './sheet.ts';
export { fitText } from './text-width.ts';
