import './claims.tables.ts';
import type { Month } from '../../kernel/calendar.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { ClaimRule, OwnRoute, RuleChange } from './claim-rules.ts';

/** The rules of a municipality, the latest month first. */
export const loadClaimRules = async (tx: Tx, municipalityCode: string): Promise<ClaimRule[]> => {
  const rows = await tx
    .selectFrom('claim_rules')
    .select(['from_month', 'route'])
    .where('municipality_code', '=', municipalityCode)
    .orderBy('from_month', 'desc')
    .execute();
  return rows.map(({ from_month, route }) => ({ from: from_month as Month, route }));
};

/** The rule of a municipality in force in a month. */
export const loadOwnRoute = async (tx: Tx, municipalityCode: string, month: Month): Promise<OwnRoute> => {
  const row = await tx
    .selectFrom('claim_rules')
    .select('route')
    .where('municipality_code', '=', municipalityCode)
    .where('from_month', '<=', month)
    .orderBy('from_month', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.route ?? null;
};

export const saveClaimRule = async (tx: Tx, municipalityCode: string, { from, route }: ClaimRule): Promise<void> => {
  await tx
    .insertInto('claim_rules')
    .values({ municipality_code: municipalityCode, from_month: from, route })
    .onConflict((conflict) => conflict.columns(['municipality_code', 'from_month']).doUpdateSet({ route }))
    .execute();
};

export const insertRuleChange = async (
  tx: Tx,
  municipalityCode: string,
  { fromMonth, routeFrom, routeTo, at, userId }: Omit<RuleChange, 'who'> & { readonly userId: number },
): Promise<void> => {
  await tx
    .insertInto('claim_rule_changes')
    .values({
      municipality_code: municipalityCode,
      from_month: fromMonth,
      route_from: routeFrom,
      route_to: routeTo,
      at,
      user_id: userId,
    })
    .execute();
};

/** Who registered what, the last first. */
export const loadRuleChanges = async (tx: Tx, municipalityCode: string): Promise<RuleChange[]> => {
  const rows = await tx
    .selectFrom('claim_rule_changes as c')
    .innerJoin('users as u', 'u.id', 'c.user_id')
    .select(['c.from_month', 'c.route_from', 'c.route_to', 'c.at', 'u.family_name', 'u.given_name'])
    .where('c.municipality_code', '=', municipalityCode)
    .orderBy('c.id', 'desc')
    .execute();
  return rows.map((row) => ({
    fromMonth: row.from_month as Month,
    routeFrom: row.route_from,
    routeTo: row.route_to,
    at: row.at,
    who: `${row.family_name}　${row.given_name}`,
  }));
};
