import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import type { TableFormat } from '../../platform/csv/index.ts';
import type { FileReply } from '../../platform/http/index.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { claimTable } from './claim.csv.ts';
import type { Residence } from './claim.ts';
import { formOf } from './claim-forms.ts';
import { outputOf } from './claim-outputs.ts';
import { claimPaperPage } from './claim-paper.pdf.ts';
import { pagesOf } from './claim-paper.ts';
import { loadOwnRoute } from './claim-rules.store.ts';
import { loadClaims } from './claims.store.ts';
import { loadClaimant, monthOfPath } from './load-claim-page.service.ts';
import type { Preview } from './preview.page.tsx';
import { loadPrintable } from './print-claim.service.ts';
import type { PrintingHelp } from './printing-help.page.tsx';
import type { ProposalView } from './proposal.page.tsx';
import { loadProposal } from './proposals.store.ts';

export const loadPrintingHelp = async (ctx: Ctx, month: string): Promise<PrintingHelp> => {
  const { venue, own } = await loadClaimant(ctx);
  const claimed = monthOfPath(ctx, month);
  return {
    month: claimed,
    prefectureName: prefectureByCode(venue.prefectureCode)?.name ?? '',
    ownName: own.name,
    ownRoute: await loadOwnRoute(ctx.tx, own.code, claimed),
  };
};

/** One page of an output for the screen. */
export const loadPreview = async (ctx: Ctx, month: string, name: string, page: number): Promise<Preview> => {
  const { paper } = await loadPrintable(ctx, monthOfPath(ctx, month), name);
  const [output, sheet] = [outputOf(name), claimPaperPage(paper, page)];
  if (!output || !sheet) throw notFound();
  return { month: paper.month, output, sheet, page, pages: pagesOf(paper) };
};

export const loadProposalView = async (ctx: Ctx, month: string, id: number): Promise<ProposalView> => {
  const { venue, own } = await loadClaimant(ctx);
  const claimed = monthOfPath(ctx, month);
  const proposal = await loadProposal(ctx.tx, venue.id, id, claimed);
  if (!proposal) throw notFound();
  const [claim = null] = await loadClaims(ctx.tx, venue.id, claimed);
  return { proposal, claim, form: formOf(claimed), own };
};

/** 「東京都」 and 「港区」; a municipality that is no more keeps its old name whole. */
const split = ({ code, name }: Residence): { prefecture: string; municipality: string } => {
  const prefecture = prefectureByCode(code.slice(0, 2))?.name ?? '';
  return { prefecture, municipality: municipalityByCode(code)?.name ?? name.slice(prefecture.length) };
};

/** What was claimed for a month, as CSV or workbook. */
export const claimFile = async (ctx: Ctx, month: string, format: TableFormat): Promise<FileReply> => {
  const { venue } = await loadClaimant(ctx);
  const [claim] = await loadClaims(ctx.tx, venue.id, monthOfPath(ctx, month));
  if (!claim) throw notFound();
  return claimTable(format, claim, venue, split);
};
