/** Thread of its own: draws the PDFs of claims. */
import { servePapers } from '../../platform/pdf/serve-papers.ts';
import { claimPaperPages } from './claim-paper.pdf.ts';
import type { ClaimPaper } from './claim-paper.ts';

servePapers<ClaimPaper>(claimPaperPages);
