/** Thread of its own: draws the 情報連携シート. */
import { servePapers } from '../../platform/pdf/serve-papers.ts';
import { transferPaperPages } from './transfer-paper.pdf.ts';
import type { TransferPaper } from './transfer-paper.ts';

servePapers<TransferPaper>(transferPaperPages);
