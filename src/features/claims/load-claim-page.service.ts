import { dayOf, type Month } from '../../kernel/calendar.ts';
import type { Question } from '../../kernel/form.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { type Prefecture, prefectures } from '../areas/index.ts';
import { loadVenue, type Venue } from '../venues/index.ts';
import type { Claim, Residence } from './claim.ts';
import { type ClaimForm, formOf, type Prices, pricesOf } from './claim-forms.ts';
import { claimMonths, currentClaimMonth } from './claim-months.ts';
import { type Output, outputOf, reasonAgainst } from './claim-outputs.ts';
import type { Printing } from './claim-printings.ts';
import { loadOwnRoute } from './claim-rules.store.ts';
import type { OwnRoute } from './claim-rules.ts';
import { loadClaims } from './claims.store.ts';
import { unprintable, warmClaimPapers } from './draw-claim.service.ts';
import { outputQuestion } from './output-question.ts';
import { paperFor } from './paper-for.service.ts';
import { loadPrintings } from './printings.store.ts';
import { loadProposal, type Proposal } from './proposals.store.ts';
import { residenceChoices, residenceOf } from './residences.store.ts';

/** What the address of the page asks for. */
export type Asked = {
  readonly month?: string;
  readonly output?: string;
  readonly proposal?: string;
  readonly saved?: string;
  /** Without script: a row more in this table, or this row less. */
  readonly add?: string;
  readonly remove?: string;
};

export type ClaimPage = {
  readonly venue: Venue;
  readonly own: Residence;
  readonly month: Month;
  readonly months: readonly Month[];
  /** The month that was asked for and cannot be claimed. */
  readonly refusedMonth: string | null;
  readonly form: ClaimForm;
  readonly prices: Prices;
  /** The latest version; null before the first 「保存」. */
  readonly claim: Claim | null;
  /** All versions, newest first. */
  readonly versions: readonly Claim[];
  readonly printings: readonly Printing[];
  readonly ownRoute: OwnRoute;
  readonly asking: { readonly output: Output; readonly question: Question } | null;
  readonly proposal: Proposal | null;
  readonly asked: Asked;
  readonly prefectures: readonly Prefecture[];
  readonly choicesOf: (prefectureCode: string) => readonly { readonly value: string; readonly label: string }[];
  readonly residenceOf: (code: string) => Residence | null;
};

/** The venue that claims, and the municipality it stands in. */
export const loadClaimant = async (ctx: Ctx): Promise<{ readonly venue: Venue; readonly own: Residence }> => {
  const venue = await loadVenue(ctx.tx, ctx.actor.org.id);
  const own = venue && residenceOf(venue.municipalityCode);
  if (!own) throw notFound();
  return { venue, own };
};

/** A month of the address; one that cannot be claimed is not found. */
export const monthOfPath = (ctx: Pick<Ctx, 'now'>, text: string): Month => {
  const month = claimMonths(dayOf(ctx.now)).find((one) => one === text);
  if (!month) throw notFound();
  return month;
};

/** M5.2-1 to M5.2-9: one month, by default the one that is worked on now. */
export const loadClaimPage = async (ctx: Ctx, asked: Asked): Promise<ClaimPage> => {
  // Who opens the page may print next.
  void warmClaimPapers();
  const today = dayOf(ctx.now);
  const months = claimMonths(today);
  const month = months.find((one) => one === asked.month) ?? currentClaimMonth(today);
  const { venue, own } = await loadClaimant(ctx);
  const versions = await loadClaims(ctx.tx, venue.id, month);
  const claim = versions[0] ?? null;
  const ownRoute = await loadOwnRoute(ctx.tx, own.code, month);
  return {
    venue,
    own,
    month,
    months,
    refusedMonth: asked.month !== undefined && asked.month !== month ? asked.month : null,
    form: formOf(month),
    prices: pricesOf(month),
    claim,
    versions,
    printings: await loadPrintings(ctx.tx, venue.id, month),
    ownRoute,
    asking: claim && (await askFor(asked.output, venue, claim, ownRoute)),
    proposal: asked.proposal ? await loadProposal(ctx.tx, venue.id, Number(asked.proposal), month) : null,
    asked,
    prefectures: prefectures(),
    choicesOf: residenceChoices,
    residenceOf,
  };
};

const askFor = async (
  name: string | undefined,
  venue: Venue,
  claim: Claim,
  ownRoute: OwnRoute,
): Promise<ClaimPage['asking']> => {
  const output = name === undefined ? undefined : outputOf(name);
  if (!output || reasonAgainst(output.name, claim)) return null;
  const paper = paperFor(output.name, venue, claim, ownRoute);
  return { output, question: outputQuestion(paper, claim, await unprintable(paper)) };
};
