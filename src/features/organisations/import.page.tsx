import type { Screen, View } from '../../platform/http/index.ts';
import {
  DataTable,
  Done,
  FieldRow,
  Figures,
  Form,
  LinkButton,
  ListHead,
  Notice,
  Quantity,
  Section,
  StateLabel,
} from '../../ui/index.ts';
import { changesNothing, countPlan, type ImportPlan, type Invited, type PlannedRow } from './import-plan.ts';
import { importApplyForm, importForm } from './organisation.form.ts';
import { kindNames, officeCode } from './organisations.ts';

const crumbs = (title: string) => [
  { label: 'ホーム', href: '/' },
  { label: '組織・利用者', href: '/organisations' },
  { label: title },
];

export type ColumnNote = { readonly label: string; readonly note: string };

/** 「CSVで登録する」 (S33): which columns, and the file. */
export const importPage = (columns: readonly ColumnNote[], screen: Screen): View => {
  const state = screen.form(importForm);
  return {
    title: 'CSVで登録する',
    breadcrumbs: crumbs('CSVで登録する'),
    body: (
      <>
        <Section
          title="ファイル"
          lead="組織とその利用者をまとめて登録します。次の画面で内容を確認するまで、何も変わりません。エラーが1つでもあれば、どの行も登録されません。"
        >
          <Form
            def={importForm}
            state={state}
            action="/organisations/import"
            submit="内容を確認する"
            upload
            guard={false}
          >
            <FieldRow def={importForm} state={state} name="file" />
          </Form>
        </Section>
        <Section title="列" lead="1行目は見出しです。列の順番は自由です。登録済みの組織では、空の欄は変更しません。">
          <ListHead>
            <LinkButton href="/organisations/import/template" icon="download" size="small" download>
              ひな形
            </LinkButton>
          </ListHead>
          <DataTable
            caption="列"
            captionHidden
            columns={[
              { key: 'label', label: '見出し', nowrap: true },
              { key: 'note', label: '内容' },
            ]}
            rows={columns}
            rowKey={({ label }) => label}
          />
        </Section>
      </>
    ),
  };
};

export type PreviewData = { readonly importId: number; readonly plan: ImportPlan; readonly cutOff: boolean };

const shown = 200;
const actions = { create: '新しく登録', update: '変更', same: '変更なし' } as const;
const actionTones = { create: 'info', update: 'warning', same: 'neutral' } as const;

const Faults = ({ plan }: { readonly plan: ImportPlan }) => (
  <>
    <Notice
      kind="error"
      title={`エラーが${plan.faults.length.toLocaleString('ja-JP')}件あります。何も登録されていません。`}
    >
      <p>ファイルを直して、もう一度選択してください。</p>
    </Notice>
    <DataTable
      caption="エラー"
      stack
      columns={[
        { key: 'line', label: '行', nowrap: true, cell: (row) => `${row.line}行目` },
        { key: 'column', label: '列', nowrap: true },
        { key: 'message', label: '内容' },
      ]}
      rows={plan.faults.slice(0, shown)}
    />
    {plan.faults.length > shown && <p>はじめの{shown}件を表示しています。</p>}
  </>
);

const InvitedPerson = ({ familyName, givenName, email }: Invited) => (
  <div>
    {familyName}　{givenName}
    <br />
    {email}
  </div>
);

const columns = [
  { key: 'line', label: '行', nowrap: true, cell: (row: PlannedRow) => `${row.line}行目` },
  {
    key: 'action',
    label: '処理',
    nowrap: true,
    cell: (row: PlannedRow) => <StateLabel tone={actionTones[row.action]}>{actions[row.action]}</StateLabel>,
  },
  { key: 'kind', label: '種別', nowrap: true, cell: (row: PlannedRow) => kindNames[row.kind] },
  { key: 'code', label: 'コード', cell: (row: PlannedRow) => officeCode({ kind: row.kind, ...row.area }) || '—' },
  { key: 'name', label: '名称', cell: (row: PlannedRow) => row.area.name },
  { key: 'phone', label: '電話番号', nowrap: true, cell: (row: PlannedRow) => row.phone || '—' },
  { key: 'email', label: '代表メールアドレス', cell: (row: PlannedRow) => row.email || '—' },
  {
    key: 'invite',
    label: '招待する利用者',
    cell: (row: PlannedRow) => (row.invite ? <InvitedPerson {...row.invite} /> : '—'),
  },
];

const Plan = ({ importId, plan, cutOff, screen }: PreviewData & { readonly screen: Screen }) => {
  const counts = countPlan(plan);
  const state = screen.form(importApplyForm);
  return (
    <>
      {cutOff && (
        <Notice kind="warning" title="ファイルの最後に改行がありません。">
          <p>途中で切れていないか、最後の行を確認してください。</p>
        </Notice>
      )}
      <Figures
        items={[
          { label: '新しく登録', value: <Quantity value={counts.create} unit="件" large /> },
          { label: '変更', value: <Quantity value={counts.update} unit="件" large /> },
          { label: '変更なし', value: <Quantity value={counts.same} unit="件" large /> },
          { label: '利用者の招待', value: <Quantity value={counts.invite} unit="人" large /> },
        ]}
      />
      {changesNothing(counts) ? (
        <Notice kind="info" title="変更はありません。">
          <p>このファイルの内容は、すべて登録済みです。</p>
        </Notice>
      ) : (
        <Form
          def={importApplyForm}
          state={state}
          action={`/organisations/import/${importId}`}
          submit="この内容で登録する"
          secondary={<LinkButton href="/organisations/import">ファイルを選び直す</LinkButton>}
          guard={false}
        >
          {null}
        </Form>
      )}
      <Section title="登録する内容">
        <DataTable
          caption="登録する内容"
          captionHidden
          stack
          columns={columns}
          rowHeader="name"
          rows={plan.rows.slice(0, shown)}
          rowKey={(row) => String(row.line)}
        />
        {plan.rows.length > shown && <p>はじめの{shown}行を表示しています。</p>}
      </Section>
    </>
  );
};

/** 「CSVの内容の確認」: what the file would do, or its faults by row and column. */
export const importPreviewPage = (data: PreviewData, screen: Screen): View => ({
  title: 'CSVの内容の確認',
  breadcrumbs: crumbs('CSVの内容の確認'),
  wide: true,
  body:
    data.plan.faults.length > 0 ? (
      <>
        <Faults plan={data.plan} />
        <p>
          <LinkButton href="/organisations/import" variant="primary">
            ファイルを選び直す
          </LinkButton>
        </p>
      </>
    ) : (
      <Plan {...data} screen={screen} />
    ),
});

export type ImportDone = { readonly create: number; readonly update: number; readonly invite: number };

/** 「CSVの登録完了」. */
export const importDonePage = ({ create, update, invite }: ImportDone): View => ({
  title: 'CSVの登録完了',
  breadcrumbs: crumbs('CSVの登録完了'),
  body: (
    <Done
      message="CSVの内容を登録しました。"
      items={[
        { label: '新しく登録', value: `${create}件` },
        { label: '変更', value: `${update}件` },
        { label: '利用者の招待', value: `${invite}人` },
      ]}
      links={[{ href: '/organisations', label: '組織・利用者へ戻る' }]}
    />
  ),
});
