import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { municipalitiesOf, populationOf } from '../areas/index.ts';
import { cascade, type Reached } from './cascade.ts';
import { loadProposals, type ProposalsQuery } from './load-proposals.service.ts';
import { isProposal, type ProposalsData } from './proposals-data.ts';
import type { Proposal } from './propose.ts';
import { type NeedDays, type Rule, rulesOf } from './rules.ts';

export type CountryData = {
  readonly data: ProposalsData;
  readonly proposal: Proposal;
  readonly below: { readonly prefectural: Rule; readonly municipal: Rule };
  readonly reached: ReadonlyMap<string, Reached>;
};
type Query = ProposalsQuery & { readonly rule: string };

const noDays: NeedDays = { lookBackDays: 1, coverDays: 1 };

/** What-if for 国 (S17): one proposal carried down to 1,741 municipalities and their venues, if all followed the rules. */
export const loadCountry = async (ctx: Ctx, cycleId: number, query: Query): Promise<CountryData> => {
  const data = await loadProposals(ctx, cycleId, query);
  const result = data.tried.find(({ rule }) => rule.id === query.rule)?.result;
  if (result === undefined || !isProposal(result)) throw notFound();
  const { vaccine, cycle } = data.open;
  const prefectural = followed(rulesOf('prefectural', data.rulesOn), query.rule);
  const municipal = followed(rulesOf('municipal', data.rulesOn), query.rule);
  if (!prefectural || !municipal) throw notFound();
  return {
    data,
    proposal: result,
    below: { prefectural, municipal },
    reached: cascade({
      proposal: result,
      below: { prefectural, municipal },
      venues: data.venues,
      municipalitiesOf,
      populationOf,
      days: result.rule.need ?? noDays,
      pack: vaccine,
      dosesPerVial: cycle.dosesPerVial,
    }),
  };
};

/** The levels below follow the same rule where they have it, else the demand. */
const followed = (rules: readonly Rule[], id: string): Rule | undefined =>
  rules.find((rule) => rule.id === id) ?? rules.find((rule) => rule.id === 'demand') ?? rules[0];
