import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, Figures, Form, LinkButton, Notice, Section, StateLabel } from '../../ui/index.ts';
import { sheetApplyForm } from './sheet.form.ts';
import { titlesOf } from './sheet.page.tsx';
import type { SheetChange } from './sheet-plan.ts';
import type { PreviewRow, SheetPreview } from './sheet-preview.ts';
import type { SheetHead, SheetTable, SheetWords } from './sheet-table.csv.ts';

const n = (count: number): string => count.toLocaleString('ja-JP');
const actions = { create: '新しく登録', update: '変更', same: '変更なし' } as const;
const tones = { create: 'info', update: 'warning', same: 'neutral' } as const;

type Also = Pick<NonNullable<SheetTable<unknown, string, unknown>['also']>, 'label' | 'unit'> | undefined;
export type PreviewData = {
  readonly head: SheetHead<string>;
  readonly preview: SheetPreview;
  readonly place: string;
  readonly importId: number;
  readonly words?: SheetWords;
  readonly also?: Also;
};

/** What the file would do row by row, or its faults by row and column. */
export const previewPage = (data: PreviewData, screen: Screen): View => {
  const { previewTitle } = titlesOf(data.head, data.words);
  return {
    title: previewTitle,
    breadcrumbs: [...data.head.crumbs, { label: previewTitle }],
    wide: true,
    body: (
      <>
        {data.head.about && <p class="lead">{data.head.about}</p>}
        {data.preview.faultCount > 0 ? (
          <Faults preview={data.preview} place={data.place} />
        ) : (
          <Plan data={data} screen={screen} />
        )}
      </>
    ),
  };
};

const Faults = ({ preview, place }: { readonly preview: SheetPreview; readonly place: string }) => (
  <>
    <Notice kind="error" title={`エラーが${n(preview.faultCount)}件あります。何も登録されていません。`}>
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
      rows={preview.faults}
      rowKey={(_row, i) => String(i)}
    />
    {preview.faultCount > preview.faults.length && <p>はじめの{preview.faults.length}件を表示しています。</p>}
    <p>
      <LinkButton href={place} variant="primary">
        ファイルを選び直す
      </LinkButton>
    </p>
  </>
);

const Change = ({ label, from, to }: SheetChange) => (
  <div>
    {label}：{from === '' ? '—' : from} → <strong>{to === '' ? '—' : to}</strong>
  </div>
);

const Changes = ({ row }: { readonly row: PreviewRow }) =>
  row.changes.length === 0 ? <>—</> : row.changes.map((change) => <Change key={change.label} {...change} />);

const columnsOf = (also: Also, notes: boolean) => [
  { key: 'line', label: '行', nowrap: true, cell: (row: PreviewRow) => `${row.line}行目` },
  {
    key: 'action',
    label: '処理',
    nowrap: true,
    cell: (row: PreviewRow) => <StateLabel tone={tones[row.action]}>{actions[row.action]}</StateLabel>,
  },
  { key: 'name', label: '対象', cell: (row: PreviewRow) => row.name },
  { key: 'changes', label: '変わる項目', cell: (row: PreviewRow) => <Changes row={row} /> },
  ...(also ? [{ key: 'also', label: also.label, cell: (row: PreviewRow) => row.also ?? '—' }] : []),
  ...(notes ? [{ key: 'note', label: '注意', cell: (row: PreviewRow) => row.note ?? '—' }] : []),
];

const Plan = ({ data, screen }: { readonly data: PreviewData; readonly screen: Screen }) => {
  const { preview, also, place, importId } = data;
  const { counts, rows, cutOff, rowCount, also: more } = preview;
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
          ...(also ? [{ label: also.label, value: `${n(more)}${also.unit}` }] : []),
        ]}
      />
      {counts.create + counts.update + more === 0 ? (
        <Notice kind="info" title="変更はありません。">
          <p>このファイルの内容は、すべて登録済みです。</p>
        </Notice>
      ) : (
        <Form
          def={sheetApplyForm}
          state={screen.form(sheetApplyForm)}
          action={`${place}/${importId}`}
          submit={titlesOf(data.head, data.words).submit}
          secondary={<LinkButton href={place}>ファイルを選び直す</LinkButton>}
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
          columns={columnsOf(
            also,
            rows.some(({ note }) => note !== null),
          )}
          rowHeader="name"
          rows={rows}
          rowKey={(row) => String(row.line)}
        />
        {rowCount > rows.length && <p>はじめの{rows.length}行を表示しています。</p>}
      </Section>
    </>
  );
};
