import type { Month } from '../../kernel/calendar.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { readFileText } from '../../platform/csv/index.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { readClaimSheet } from './claim.csv.ts';
import { formOf } from './claim-forms.ts';
import { type Proposed, readImport } from './claim-import.ts';
import { loadClaimant } from './load-claim-page.service.ts';
import { insertProposal } from './proposals.store.ts';
import { residenceNamed } from './residences.store.ts';

type FileText = Awaited<ReturnType<typeof readFileText>>;
/** What a file holds, or what is wrong with it as a whole. */
type ReadFile = Proposed | { readonly problem: string };

/** Slow work before the transaction: a file of thousands of lines, CSV or Excel. */
export const readClaimText = (bytes: Buffer): Promise<FileText> => readFileText(bytes);

/** What of the file's text can be claimed for this month. */
const readClaimFile = (read: FileText, month: Month): ReadFile => {
  if ('fault' in read) return { problem: read.fault };
  const sheet = readClaimSheet(read.text);
  return 'fault' in sheet ? { problem: sheet.fault } : readImport(sheet.rows, formOf(month), residenceNamed);
};

/** Keeps counts that came in as a proposal; nothing is claimed by that. Gives the number of the proposal. */
export const keepProposal = async (ctx: Ctx, month: Month, read: Proposed, source: 'csv' | 'api'): Promise<number> => {
  const { venue } = await loadClaimant(ctx);
  const id = await insertProposal(ctx.tx, {
    ...read,
    venueId: venue.id,
    municipalityCode: venue.municipalityCode,
    month,
    source,
    fileName: '',
    at: ctx.now,
    userId: ctx.actor.userId,
  });
  ctx.note(`venue:${venue.id}`, { month, lines: read.lines.length, faults: read.faults.length });
  return id;
};

/** Keeps what a file says and shows it. */
export const proposeClaim = async (ctx: Ctx, month: Month, text: FileText): Promise<Outcome> => {
  const read = readClaimFile(text, month);
  if ('problem' in read) throw invalid({ file: read.problem });
  return done(`/claims/${month}/proposals/${await keepProposal(ctx, month, read, 'csv')}`);
};
