import type { Month } from '../../kernel/calendar.ts';

/** Where own residents' claims of a municipality can go. */
export const routes = [
  { value: 'kokuhoren', label: '国保連に請求する', help: '「同一市内にお住まいの方分を含む」請求総括書を使います。' },
  {
    value: 'direct',
    label: '市町村に直接請求する',
    help: '「同一市内にお住まいの方分を含まない」請求総括書を使い、同一市内にお住まいの方分は市町村に提出します。',
  },
] as const;
export type ClaimRoute = (typeof routes)[number]['value'];

/** null: not known, ask the municipality. */
export type OwnRoute = ClaimRoute | null;

/** From which 請求月 on. */
export type ClaimRule = { readonly from: Month; readonly route: ClaimRoute };

export type RuleChange = {
  readonly fromMonth: Month;
  readonly routeFrom: OwnRoute;
  readonly routeTo: ClaimRoute;
  readonly at: Date;
  readonly who: string;
};

export const routeName = (route: OwnRoute): string => routes.find(({ value }) => value === route)?.label ?? '未登録';

/** The rule in force in a month, of rules with the latest first. */
export const ruleIn = (rules: readonly ClaimRule[], month: Month): ClaimRule | null =>
  rules.find(({ from }) => from <= month) ?? null;
