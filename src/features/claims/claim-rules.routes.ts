import { z } from 'zod';
import { dayOf } from '../../kernel/calendar.ts';
import { action, page, type Route } from '../../platform/http/index.ts';
import { comingClaimMonths, currentClaimMonth } from './claim-months.ts';
import { claimRuleForm } from './claim-rule.form.ts';
import { claimRulesPage } from './claim-rules.page.tsx';
import { loadClaimRules, loadRuleChanges } from './claim-rules.store.ts';
import { ownMunicipality, setClaimRule } from './set-claim-rule.service.ts';

const permission = 'claim-rule.set';

const rules = page({
  path: '/claim-rules',
  permission,
  query: z.object({ saved: z.string().optional() }),
  load: async (ctx, { query }) => {
    const today = dayOf(ctx.now);
    const code = ownMunicipality(ctx);
    return {
      rules: await loadClaimRules(ctx.tx, code),
      changes: await loadRuleChanges(ctx.tx, code),
      month: currentClaimMonth(today),
      months: comingClaimMonths(today),
      saved: query.saved === '1',
    };
  },
  view: claimRulesPage,
});

/** A municipality's own rule for the claims of its residents. */
export const claimRuleRoutes: readonly Route[] = [
  rules,
  action({
    path: '/claim-rules',
    permission,
    audit: 'claim-rule.set',
    form: claimRuleForm,
    page: rules,
    run: (ctx, { input }) => setClaimRule(ctx, input),
  }),
];
