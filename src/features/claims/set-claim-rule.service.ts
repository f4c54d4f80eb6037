import { dayOf } from '../../kernel/calendar.ts';
import type { InputOf } from '../../kernel/form.ts';
import { invalid, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { comingClaimMonths } from './claim-months.ts';
import type { claimRuleForm } from './claim-rule.form.ts';
import { insertRuleChange, loadClaimRules, saveClaimRule } from './claim-rules.store.ts';
import { ruleIn } from './claim-rules.ts';

/** The municipality that registers; nobody else has a rule. */
export const ownMunicipality = ({ actor }: Pick<Ctx, 'actor'>): string => {
  if (actor.org.municipalityCode === null) throw notFound();
  return actor.org.municipalityCode;
};

/** 「登録する」: shown to the venues of the municipality beside the outputs of 5.2 at once. */
export const setClaimRule = async (ctx: Ctx, { route, fromMonth }: InputOf<typeof claimRuleForm>): Promise<Outcome> => {
  const code = ownMunicipality(ctx);
  if (!comingClaimMonths(dayOf(ctx.now)).includes(fromMonth))
    throw invalid({ fromMonth: 'いつの請求月からかを選択し直してください。' });
  const rules = await loadClaimRules(ctx.tx, code);
  const former = ruleIn(rules, fromMonth);
  if (former?.route === route) throw invalid({ route: 'この請求月には、すでにこの請求先が登録されています。' });
  await saveClaimRule(ctx.tx, code, { from: fromMonth, route });
  const change = { fromMonth, routeFrom: former?.route ?? null, routeTo: route, at: ctx.now };
  await insertRuleChange(ctx.tx, code, { ...change, userId: ctx.actor.userId });
  ctx.note(`claim-rule:${code}`, { from: former?.route ?? null, to: route, fromMonth });
  return done('/claim-rules?saved=1');
};
