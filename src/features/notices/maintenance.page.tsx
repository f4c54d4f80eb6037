import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  Button,
  DataTable,
  DescriptionList,
  EmptyState,
  FieldRow,
  Form,
  Notice,
  Section,
  StateLabel,
} from '../../ui/index.ts';
import { maintenanceForm, readOnlyForm, withdrawMaintenanceForm, writableForm } from './maintenance.form.ts';
import type { SwitchLine } from './standing.store.ts';
import { isShown, type MaintenanceNotice, type ReadOnly, type StandingData } from './standing.ts';

export const maintenanceDone = {
  on: '閲覧専用モードにしました。',
  off: '閲覧専用モードを終了しました。待っていたメールなどの処理を再開します。',
  announced: 'お知らせを登録しました。',
  withdrawn: 'お知らせを取り下げました。',
} as const;

export type MaintenancePage = StandingData & {
  readonly switches: readonly SwitchLine[];
  readonly done: keyof typeof maintenanceDone | null;
};

/** The desk's switch to read-only, and notices ahead of works (S36). */
export const maintenancePage = ({ readOnly, notices, switches, done }: MaintenancePage, screen: Screen): View => ({
  title: '閲覧専用モード',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '閲覧専用モード' }],
  body: (
    <>
      {done && <Notice kind="success" title={maintenanceDone[done]} live />}
      <p class="lead">
        閲覧専用モードの間、ログインと閲覧はできますが、登録・変更はできません。メールの送信（確認コードを除く）、取込、締切などの自動処理は、終了してから行われます。
      </p>
      {readOnly ? <On readOnly={readOnly} screen={screen} /> : <Off screen={screen} />}
      <Ahead notices={notices} screen={screen} />
      <History switches={switches} />
    </>
  ),
});

const On = ({ readOnly, screen }: { readonly readOnly: ReadOnly; readonly screen: Screen }) => (
  <Section title="現在の状態">
    <DescriptionList
      items={[
        { label: '状態', value: <StateLabel tone="warning">閲覧専用モード</StateLabel> },
        { label: '表示する文', value: readOnly.message },
        { label: '開始', value: formatInstant(readOnly.since) },
        { label: '終了の見込み', value: readOnly.until && formatInstant(readOnly.until) },
      ]}
    />
    <Form
      def={writableForm}
      state={screen.form(writableForm)}
      action="/maintenance/end"
      submit="閲覧専用モードを終了する"
      guard={false}
    >
      {null}
    </Form>
  </Section>
);

const Off = ({ screen }: { readonly screen: Screen }) => {
  const state = screen.form(readOnlyForm);
  return (
    <Section title="現在の状態">
      <p>
        <StateLabel tone="success">通常</StateLabel>
      </p>
      <Form def={readOnlyForm} state={state} action="/maintenance/begin" submit="閲覧専用モードにする">
        <FieldRow def={readOnlyForm} state={state} name="message" />
        <FieldRow def={readOnlyForm} state={state} name="until" />
      </Form>
    </Section>
  );
};

type AheadProps = { readonly notices: readonly MaintenanceNotice[]; readonly screen: Screen };

const Ahead = ({ notices, screen }: AheadProps) => {
  const state = screen.form(maintenanceForm, { shownFrom: formatInstant(screen.now) });
  const withdraw = screen.form(withdrawMaintenanceForm);
  return (
    <Section title="メンテナンスのお知らせ" lead="前もって、すべてのページの上部に表示します。">
      <DataTable
        caption="メンテナンスのお知らせ"
        captionHidden
        stack
        rows={notices}
        rowKey={({ id }) => String(id)}
        empty={<EmptyState title="表示中または表示予定のお知らせはありません。" />}
        columns={[
          { key: 'text', label: 'お知らせの文' },
          {
            key: 'shown',
            label: '表示期間',
            cell: ({ shownFrom, shownTo }) => `${formatInstant(shownFrom)}〜${formatInstant(shownTo)}`,
          },
          {
            key: 'state',
            label: '状態',
            nowrap: true,
            cell: (notice) =>
              isShown(notice, screen.now) ? (
                <StateLabel tone="info">表示中</StateLabel>
              ) : (
                <StateLabel>表示予定</StateLabel>
              ),
          },
          {
            key: 'withdraw',
            label: '操作',
            cell: ({ id, text }) => (
              <Button
                form="form-withdraw-maintenance"
                formAction={`/maintenance/notices/${id}/withdraw`}
                label={`取り下げる ${text}`}
                size="small"
              >
                取り下げる
              </Button>
            ),
          },
        ]}
      />
      <Form def={withdrawMaintenanceForm} state={withdraw} action="/maintenance" guard={false}>
        {null}
      </Form>
      <Form def={maintenanceForm} state={state} action="/maintenance/notices" submit="お知らせを表示する">
        <FieldRow def={maintenanceForm} state={state} name="text" />
        <FieldRow def={maintenanceForm} state={state} name="shownFrom" />
        <FieldRow def={maintenanceForm} state={state} name="shownTo" />
      </Form>
    </Section>
  );
};

const History = ({ switches }: { readonly switches: readonly SwitchLine[] }) =>
  switches.length === 0 ? null : (
    <Section title="切り替えの履歴">
      <DataTable
        caption="切り替えの履歴"
        captionHidden
        stack
        rows={switches}
        rowKey={({ id }) => String(id)}
        columns={[
          { key: 'at', label: '日時', nowrap: true, cell: ({ at }) => formatInstant(at) },
          { key: 'what', label: '操作', nowrap: true, cell: ({ on }) => (on ? '開始' : '終了') },
          { key: 'message', label: '表示した文', cell: ({ message }) => message || '—' },
          { key: 'who', label: '担当者', nowrap: true },
        ]}
      />
    </Section>
  );
