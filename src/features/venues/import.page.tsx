import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, Done, FieldRow, Figures, Form, LinkButton, Notice, Section, StateLabel } from '../../ui/index.ts';
import { municipalityByCode } from '../areas/index.ts';
import { importApplyForm, importForm } from './import.form.ts';
import { exportColumns } from './import-columns.ts';
import { changesNothing, countPlan, type ImportPlan, type PlannedVenue } from './import-plan.ts';

const crumbs = (title: string) => [
  { label: 'ホーム', href: '/' },
  { label: '医療機関・接種会場', href: '/venues' },
  { label: title },
];
const title = '受付システムのデータの取込';

/** 「受付システムのデータの取込」 (S30): which columns, and the file. */
export const importPage = (_data: unknown, screen: Screen): View => {
  const state = screen.form(importForm);
  return {
    title,
    breadcrumbs: crumbs(title),
    body: (
      <>
        <Section
          title="ファイル"
          lead="保険医療機関コードで照合し、医療機関・接種会場を登録・更新します。次の画面で内容を確認するまで、何も変わりません。エラーが1つでもあれば、どの行も取り込まれません。"
        >
          <Form def={importForm} state={state} action="/venues/import" submit="内容を確認する" upload guard={false}>
            <FieldRow def={importForm} state={state} name="file" />
          </Form>
        </Section>
        <Section title="列" lead="1行目は見出しです。列の順番は自由です。登録済みの施設では、空の欄は変更しません。">
          <DataTable
            caption="列"
            captionHidden
            stack
            columns={[
              { key: 'label', label: '見出し', nowrap: true },
              { key: 'note', label: '内容' },
            ]}
            rows={exportColumns}
            rowKey={({ label }) => label}
          />
        </Section>
      </>
    ),
  };
};

export type PreviewData = { readonly importId: number; readonly plan: ImportPlan; readonly cutOff: boolean };

const shown = 200;
const n = (count: number): string => count.toLocaleString('ja-JP');
const actions = { create: '新しく登録', update: '変更', same: '変更なし' } as const;
const tones = { create: 'info', update: 'warning', same: 'neutral' } as const;

const Faults = ({ plan }: { readonly plan: ImportPlan }) => (
  <>
    <Notice kind="error" title={`エラーが${n(plan.faults.length)}件あります。何も取り込まれていません。`}>
      <p>ファイルを直して、もう一度選択してください。</p>
    </Notice>
    <DataTable
      caption="エラー"
      stack
      columns={[
        { key: 'line', label: '行', nowrap: true, cell: (row) => `${row.line}行目` },
        { key: 'column', label: '列' },
        { key: 'message', label: '内容' },
      ]}
      rows={plan.faults.slice(0, shown)}
      rowKey={(_row, i) => String(i)}
    />
    {plan.faults.length > shown && <p>はじめの{shown}件を表示しています。</p>}
    <p>
      <LinkButton href="/venues/import" variant="primary">
        ファイルを選び直す
      </LinkButton>
    </p>
  </>
);

const changedLabels = ({ changed }: PlannedVenue): string =>
  changed.map((field) => exportColumns.find(({ key }) => key === field)?.label ?? field).join('、');

const columns = [
  { key: 'line', label: '行', nowrap: true, cell: (row: PlannedVenue) => `${row.line}行目` },
  {
    key: 'action',
    label: '処理',
    nowrap: true,
    cell: (row: PlannedVenue) => <StateLabel tone={tones[row.action]}>{actions[row.action]}</StateLabel>,
  },
  { key: 'code', label: '保険医療機関コード', nowrap: true, cell: (row: PlannedVenue) => row.venue.code },
  { key: 'name', label: '医療機関・接種会場名', cell: (row: PlannedVenue) => row.venue.name },
  {
    key: 'municipality',
    label: '市町村',
    cell: (row: PlannedVenue) => municipalityByCode(row.venue.municipalityCode)?.name ?? '',
  },
  { key: 'changed', label: '変わる項目', cell: (row: PlannedVenue) => changedLabels(row) || '—' },
  {
    key: 'invite',
    label: '招待する利用者',
    cell: ({ invite }: PlannedVenue) => (invite ? `${invite.familyName}　${invite.givenName}` : '—'),
  },
  { key: 'warning', label: '注意', cell: ({ warning }: PlannedVenue) => warning ?? '—' },
];

const Plan = ({ importId, plan, cutOff, screen }: PreviewData & { readonly screen: Screen }) => {
  const counts = countPlan(plan);
  const state = screen.form(importApplyForm);
  // What changes is looked at first; of a whole country's lines only the first are shown.
  const rows = [
    ...plan.rows.filter(({ action }) => action !== 'same'),
    ...plan.rows.filter(({ action }) => action === 'same'),
  ];
  return (
    <>
      {cutOff && (
        <Notice kind="warning" title="ファイルの最後に改行がありません。">
          <p>途中で切れていないか、最後の行を確認してください。</p>
        </Notice>
      )}
      <Figures
        items={[
          { label: '新しく登録', value: `${n(counts.create)}件` },
          { label: '変更', value: `${n(counts.update)}件` },
          { label: '変更なし', value: `${n(counts.same)}件` },
          { label: '利用者の招待', value: `${n(counts.invite)}人` },
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
          action={`/venues/import/${importId}`}
          submit="この内容で取り込む"
          secondary={<LinkButton href="/venues/import">ファイルを選び直す</LinkButton>}
          guard={false}
        >
          {null}
        </Form>
      )}
      <DataTable
        caption="取り込む内容"
        stack
        columns={columns}
        rowHeader="name"
        rows={rows.slice(0, shown)}
        rowKey={(row) => String(row.line)}
      />
      {rows.length > shown && <p>はじめの{shown}行を表示しています。</p>}
    </>
  );
};

/** 「取込内容の確認」: what the file would do, or its faults by row and column. */
export const importPreviewPage = (data: PreviewData, screen: Screen): View => ({
  title: '取込内容の確認',
  breadcrumbs: crumbs('取込内容の確認'),
  wide: true,
  body: data.plan.faults.length > 0 ? <Faults plan={data.plan} /> : <Plan {...data} screen={screen} />,
});

export type ImportDone = { readonly create: number; readonly update: number; readonly invite: number };

/** 「取込完了」. */
export const importDonePage = ({ create, update, invite }: ImportDone): View => ({
  title: '取込完了',
  breadcrumbs: crumbs('取込完了'),
  body: (
    <Done
      message="受付システムのデータを取り込みました。"
      items={[
        { label: '新しく登録', value: `${n(create)}件` },
        { label: '変更', value: `${n(update)}件` },
        { label: '利用者の招待', value: `${n(invite)}人` },
      ]}
      links={[{ href: '/venues', label: '医療機関・接種会場へ戻る' }]}
    />
  ),
});
