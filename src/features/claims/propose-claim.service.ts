import type { Month } from '../../kernel/calendar.ts';
import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { readCsv } from './claim.csv.ts';
import { formOf } from './claim-forms.ts';
import { mostRows, type Proposed, readImport } from './claim-import.ts';
import { loadClaimant } from './load-claim-page.service.ts';
import { insertProposal } from './proposals.store.ts';
import { residenceNamed } from './residences.store.ts';

/** What a file holds, or what is wrong with it as a whole. */
export type ReadFile = Proposed | { readonly problem: string };

/** Slow work before the transaction: a file of thousands of lines. */
export const readClaimFile = (bytes: Buffer, month: Month): ReadFile => {
  let rows: Record<string, string>[];
  try {
    rows = readCsv(bytes);
  } catch {
    return { problem: 'CSVとして読み取れませんでした。CSV形式で保存し直してください。' };
  }
  if (rows.length > mostRows)
    return { problem: `行が多すぎます。${mostRows.toLocaleString('ja-JP')}行以内にしてください。` };
  if (rows.length === 0) return { problem: '見出しの下に行がありません。' };
  if (rows[0] && !('クーポン' in rows[0]))
    return { problem: '1行目に見出し「クーポン」がありません。見本のファイルの見出しを使ってください。' };
  return readImport(rows, formOf(month), residenceNamed);
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
export const proposeClaim = async (ctx: Ctx, month: Month, read: ReadFile): Promise<Outcome> => {
  if ('problem' in read) throw invalid({ file: read.problem });
  return done(`/claims/${month}/proposals/${await keepProposal(ctx, month, read, 'csv')}`);
};
