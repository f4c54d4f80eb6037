import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  CellInput,
  ChoiceSwitch,
  DataTable,
  EmptyState,
  Form,
  ListHead,
  Notice,
  Pager,
  StateLabel,
} from '../../ui/index.ts';
import { approveSeveralForm } from './application.form.ts';
import { stateNames, stateTones } from './applications.states.ts';
import type { Application } from './applications.ts';
import { typistText } from './applications-of.page.tsx';
import { ChangeLines } from './change-table.page.tsx';

export type ApplicationListData = {
  readonly applications: readonly Application[];
  readonly show: 'open' | 'done';
  readonly more: boolean;
  /** How many were just approved. */
  readonly approved?: number;
};

const columns = [
  { key: 'orgName', label: '医療機関・接種会場' },
  { key: 'changes', label: '変更の内容', cell: (row: Application) => <ChangeLines changes={row.changes} /> },
  { key: 'at', label: '申請日時', nowrap: true, cell: (row: Application) => formatInstant(row.changedAt) },
  { key: 'by', label: '申請した人', cell: typistText },
];
const href = ({ id }: Application): string => `/applications/${id}`;

const Waiting = ({
  applications,
  screen,
}: {
  readonly applications: readonly Application[];
  readonly screen: Screen;
}) => {
  const def = approveSeveralForm;
  const sent = screen.form(def);
  // What has another version by now must be looked at again: its mark does not come back.
  const state = {
    ...sent,
    values: Object.fromEntries(
      applications
        .filter(({ id, version }) => sent.values[`rows.${id}.version`] === String(version))
        .map(({ id }) => [`rows.${id}.pick`, sent.values[`rows.${id}.pick`] ?? '']),
    ),
  };
  return (
    <Form def={def} state={state} action="/applications" submit="選択した申請を承認" guard={false} sticky>
      <DataTable
        caption="承認待ちの申請"
        captionHidden
        stack
        rowHeader="orgName"
        rows={applications}
        rowKey={(row) => String(row.id)}
        rowHref={href}
        columns={[
          {
            key: 'pick',
            label: '選択',
            cell: (row) => (
              <>
                <CellInput
                  def={def}
                  state={state}
                  table="rows"
                  row={String(row.id)}
                  rowLabel={row.orgName}
                  column="pick"
                />
                <input type="hidden" name={`rows.${row.id}.version`} value={String(row.version)} />
              </>
            ),
          },
          ...columns,
        ]}
      />
    </Form>
  );
};

/** 「申請」: what waits for the municipality, several to approve at once, and what was decided. */
export const applicationListPage = (data: ApplicationListData, screen: Screen): View => {
  const { applications, show, more, approved } = data;
  return {
    title: '申請',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '申請' }],
    wide: true,
    body: (
      <>
        {approved !== undefined && (
          <Notice kind="success" title={`${approved}件の申請を承認しました。`} live>
            <p>医療機関・接種会場にお知らせしました。</p>
          </Notice>
        )}
        <ChoiceSwitch
          label="状態"
          name="show"
          value={show}
          action="/applications"
          options={[
            { value: 'open', label: '承認待ち' },
            { value: 'done', label: '処理済み' },
          ]}
        />
        <ListHead count={`${applications.length}件${more ? '以上' : ''}`} />
        {applications.length === 0 ? (
          <EmptyState title={show === 'open' ? '承認待ちの申請はありません。' : '処理済みの申請はありません。'} />
        ) : show === 'open' ? (
          <Waiting applications={applications} screen={screen} />
        ) : (
          <DataTable
            caption="処理済みの申請"
            captionHidden
            stack
            rows={applications}
            rowHref={href}
            columns={[
              ...columns,
              {
                key: 'state',
                label: '状態',
                cell: ({ state }) => <StateLabel tone={stateTones[state]}>{stateNames[state]}</StateLabel>,
              },
            ]}
          />
        )}
        <Pager {...(more && { nextHref: `/applications?show=${show}&after=${applications.at(-1)?.id}` })} />
      </>
    ),
  };
};
