import { formatInstant, type Month } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, DescriptionList, EmptyState, FieldRow, Form, Notice, Section } from '../../ui/index.ts';
import { monthName } from './claim-months.ts';
import { claimRuleForm } from './claim-rule.form.ts';
import { type ClaimRule, type RuleChange, routeName, ruleIn } from './claim-rules.ts';

export type ClaimRulesPage = {
  readonly rules: readonly ClaimRule[];
  readonly changes: readonly RuleChange[];
  /** The 請求月 that is worked on now, and those a rule can begin with. */
  readonly month: Month;
  readonly months: readonly Month[];
  readonly saved: boolean;
};

/** 「請求ルール」: where own residents' claims go, as the venues see it in 5.2. */
export const claimRulesPage = ({ rules, changes, month, months, saved }: ClaimRulesPage, screen: Screen): View => {
  const state = screen.form(claimRuleForm, { fromMonth: month });
  const now = ruleIn(rules, month);
  const coming = rules.filter(({ from }) => from > month);
  return {
    title: '請求ルール',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '請求ルール' }],
    body: (
      <>
        {saved && <Notice kind="success" title="請求ルールを登録しました。" live />}
        <p class="lead">
          同一市内にお住まいの方分の接種費用を、管内の医療機関がどこに請求するかを登録します。「国保連提出用請求総括書・市区町村別請求書の作成」の出力ボタンの横に表示されます。
        </p>
        <Section title="現在の請求ルール">
          <DescriptionList
            items={[
              { label: `${monthName(month)}請求分`, value: routeName(now?.route ?? null) },
              ...coming.map(({ from, route }) => ({ label: `${monthName(from)}請求分から`, value: routeName(route) })),
            ]}
          />
        </Section>
        <Section title="請求ルールの登録">
          <Form def={claimRuleForm} state={state} action="/claim-rules" submit="登録する">
            <FieldRow def={claimRuleForm} state={state} name="route" />
            <FieldRow
              def={claimRuleForm}
              state={state}
              name="fromMonth"
              options={months.map((value) => ({ value, label: `${monthName(value)}請求分から` }))}
            />
          </Form>
        </Section>
        <Section title="登録の履歴">
          <DataTable
            caption="登録の履歴"
            captionHidden
            stack
            rows={changes}
            empty={<EmptyState title="登録の履歴はまだありません。" />}
            columns={[
              { key: 'at', label: '日時', nowrap: true, cell: ({ at }) => formatInstant(at) },
              { key: 'from', label: '請求月', nowrap: true, cell: ({ fromMonth }) => `${monthName(fromMonth)}から` },
              {
                key: 'change',
                label: '変更の内容',
                cell: ({ routeFrom, routeTo }) => `${routeName(routeFrom)} → ${routeName(routeTo)}`,
              },
              { key: 'who', label: '担当者', nowrap: true },
            ]}
          />
        </Section>
      </>
    ),
  };
};
