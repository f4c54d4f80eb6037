import type { Day } from '../../kernel/calendar.ts';
import type { OpenPage } from '../allocations/index.ts';
import type { ReceiverRow } from './candidates.ts';
import type { VenueFigures, Weighing } from './needs.ts';
import type { CameFrames, Candidate, Impossible, Proposal } from './propose.ts';
import type { Rule } from './rules.ts';

/** One rule and what it gives, or why it gives nothing. `unknown`: nobody's stock and use are known. */
export type Tried = { readonly rule: Rule; readonly result: Proposal | Impossible | 'unknown' };

/** The proposals of a sheet side by side. */
export type ProposalsData = {
  readonly open: OpenPage;
  /** Units that came in; null: nothing yet. */
  readonly came: number | null;
  readonly cameFrames: CameFrames;
  /** Units that are split here: what came in, or less for a what-if. */
  readonly amount: number;
  /** The typed amount was no number, or more than came in, and was not taken. */
  readonly amountFault: string | null;
  /** The day whose rules are tried. */
  readonly rulesOn: Day;
  readonly tried: readonly Tried[];
  readonly rows: readonly ReceiverRow[];
  readonly candidates: readonly Candidate[];
  readonly weighings: ReadonlyMap<string, Weighing>;
  readonly venues: readonly VenueFigures[];
};

export const isProposal = (result: Tried['result']): result is Proposal => typeof result !== 'string';

/** The proposals that were made. */
export const proposalsIn = (data: ProposalsData): Proposal[] =>
  data.tried.flatMap(({ result }) => (isProposal(result) ? [result] : []));
