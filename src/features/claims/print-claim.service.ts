import type { Month } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { conflict, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type FileReply, type Outcome } from '../../platform/http/index.ts';
import type { outputForm } from './claim.form.ts';
import type { Claim } from './claim.ts';
import { type OutputName, outputOf, reasonAgainst } from './claim-outputs.ts';
import type { ClaimPaper } from './claim-paper.ts';
import { loadOwnRoute } from './claim-rules.store.ts';
import { loadClaims } from './claims.store.ts';
import { drawClaim, unprintable } from './draw-claim.service.ts';
import { loadClaimant, monthOfPath } from './load-claim-page.service.ts';
import { outputQuestion } from './output-question.ts';
import { paperFor } from './paper-for.service.ts';
import { insertPrinting } from './printings.store.ts';

export type Printable = { readonly claim: Claim; readonly paper: ClaimPaper };

/** A saved version on paper; the latest unless another one is asked for. */
export const loadPrintable = async (ctx: Ctx, month: Month, name: string, version?: number): Promise<Printable> => {
  const { venue } = await loadClaimant(ctx);
  const [claim] = await loadClaims(ctx.tx, venue.id, month, version);
  const output = outputOf(name);
  if (!claim || !output || reasonAgainst(output.name, claim)) throw notFound();
  return { claim, paper: paperFor(output.name, venue, claim, await loadOwnRoute(ctx.tx, claim.own.code, month)) };
};

/** 「OK」 of an output: writes down who put out which version, and goes to its PDF. */
export const printClaim = async (ctx: Ctx, month: Month, { output }: InputOf<typeof outputForm>): Promise<Outcome> => {
  if (!output) throw conflict('出力する請求書のボタンを押し直してください。');
  const { claim, paper } = await loadPrintable(ctx, month, output);
  ctx.ask(outputQuestion(paper, claim, await unprintable(paper)));
  await insertPrinting(ctx.tx, ctx.actor.org.id, claim, output as OutputName, {
    userId: ctx.actor.userId,
    at: ctx.now,
  });
  ctx.note(`venue:${ctx.actor.org.id}`, { month, version: claim.version, output });
  return done(`/claims/${month}/pdf/${output}?version=${claim.version}`);
};

/** The PDF itself, shown in the browser. */
export const claimPdf = async (ctx: Ctx, month: string, output: string, version?: number): Promise<FileReply> => {
  const { claim, paper } = await loadPrintable(ctx, monthOfPath(ctx, month), output, version);
  return {
    filename: `${paper.title}_${claim.month}_第${claim.version}版.pdf`,
    type: 'application/pdf',
    body: drawClaim(paper),
    inline: true,
  };
};
