import { type OpenPage, sheetShapes } from '../allocations/index.ts';
import type { ProposalsData } from './proposals-data.ts';

/** The page of the proposals of a sheet. */
export const proposalsPath = ({ giver, cycle }: Pick<OpenPage, 'giver' | 'cycle'>): string =>
  `${sheetShapes[giver.level].path}/${cycle.id}/proposals`;

/** A page below it, tried under the same conditions. */
export const withConditions = (
  { open, amount, came, rulesOn }: ProposalsData,
  below = '',
  more: Readonly<Record<string, string>> = {},
): string => {
  const query = new URLSearchParams({
    ...(amount === came ? {} : { amount: String(amount) }),
    ...(rulesOn === open.cycle.deliveryFrom ? {} : { rules: rulesOn }),
    ...more,
  }).toString();
  return `${proposalsPath(open)}${below}${query && `?${query}`}`;
};
