import type { Paper, Sheet } from '../../platform/pdf/index.ts';
import { couponOf } from './claim-outputs.ts';
import type { ClaimPaper } from './claim-paper.ts';
import { municipalitySheets } from './municipality-paper.pdf.ts';
import { summarySheet } from './summary-paper.pdf.ts';

const sheetsOf = (paper: ClaimPaper): Iterable<Sheet> => {
  const coupon = couponOf(paper.output);
  return coupon ? municipalitySheets(paper, coupon) : [summarySheet(paper)];
};

/** An output as a paper, page by page. */
export const claimPaperPages = (paper: ClaimPaper): Paper => ({
  title: paper.title,
  subject: `${paper.venue.code} ${paper.month}`,
  sheets: sheetsOf(paper),
});

/** One page of it, for the preview; null when there is no such page. */
export const claimPaperPage = (paper: ClaimPaper, page: number): Sheet | null => {
  let at = 0;
  for (const sheet of sheetsOf(paper)) {
    at += 1;
    if (at === page) return sheet;
  }
  return null;
};
