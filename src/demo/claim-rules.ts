import type { SeedRow } from '../seed/index.ts';
import type { Offices, TableRows } from './offices.ts';
import { HOME } from './places.ts';
import { at } from './time.ts';

/** Every fourth municipality of 東京都 wants own residents' claims itself, one in seven has not said; 港区 takes them by 国保連. */
export const claimRuleTables = (
  { municipalities }: Offices,
  userOf: (organisation: number) => number,
): readonly TableRows[] => {
  const registered = [...municipalities]
    .filter(([code], i) => code === HOME.municipality || (code.startsWith(HOME.prefecture) && i % 7 !== 0))
    .map(([code, org], i) => ({
      org,
      rule: {
        municipality_code: code,
        from_month: '2021-04',
        route: code !== HOME.municipality && i % 4 === 0 ? 'direct' : 'kokuhoren',
      },
    }));
  const history = registered
    .filter(({ org }) => userOf(org) > 0)
    .map(
      ({ org, rule: { municipality_code, from_month, route } }, i): SeedRow => ({
        id: i + 1,
        municipality_code,
        from_month,
        route_from: null,
        route_to: route,
        at: at('2021-03-22', 10 * 60 + i * 5),
        user_id: userOf(org),
      }),
    );
  return [
    ['claim_rules', registered.map(({ rule }) => rule)],
    ['claim_rule_changes', history],
  ];
};
