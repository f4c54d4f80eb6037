import { formatInstant } from '../../kernel/calendar.ts';
import { DataTable, EmptyState, Section, StateLabel } from '../../ui/index.ts';
import { stateNames, stateTones } from './applications.states.ts';
import { type Application, isProxy } from './applications.ts';
import { ChangeLines } from './change-table.page.tsx';

/** 「港 太郎」, and for whom where an office typed it. */
export const typistText = (application: Application): string => {
  const { orgName, userName } = application.typist;
  if (!userName) return orgName || '—';
  return isProxy(application) ? `${orgName} ${userName}（${application.orgName}の代行入力）` : userName;
};

const Outcome = ({ application: { state, decision } }: { readonly application: Application }) => (
  <>
    <StateLabel tone={stateTones[state]}>{stateNames[state]}</StateLabel>
    {decision && (
      <>
        <br />
        {formatInstant(decision.at)} {decision.orgName}
        {decision.reason && (
          <>
            <br />
            理由：{decision.reason}
          </>
        )}
      </>
    )}
  </>
);

/** The table 「申請」 at the bottom of a record's page (M2.1-10-2). */
export const ApplicationsOf = ({ applications }: { readonly applications: readonly Application[] }) => (
  <Section
    title="申請"
    id="applications"
    lead="市町村の承認が必要な項目の変更と、その結果です。承認されるまで、登録内容は変わりません。"
  >
    <DataTable
      caption="申請"
      captionHidden
      stack
      rows={applications}
      rowKey={({ id }) => String(id)}
      rowHeader="at"
      rowHref={({ id }) => `/applications/${id}`}
      columns={[
        { key: 'at', label: '申請日時', nowrap: true, cell: (row) => formatInstant(row.changedAt) },
        { key: 'changes', label: '変更の内容', cell: (row) => <ChangeLines changes={row.changes} /> },
        { key: 'by', label: '申請した人', cell: typistText },
        { key: 'state', label: '状態', cell: (row) => <Outcome application={row} /> },
      ]}
      empty={<EmptyState title="申請はありません。" />}
    />
  </Section>
);
