import { formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { type Column, DataTable, EmptyState, FieldRow, Form, Pager, Quantity } from '../../ui/index.ts';
import { ledgerKindNames } from './ledger.ts';
import type { StockRecord } from './record-stock.service.ts';
import { countForm, disposalForm } from './records.form.ts';
import type { EntryLine } from './records.store.ts';

const crumbs = (title: string) => [{ label: 'ホーム', href: '/' }, { label: '在庫', href: '/stock' }, { label: title }];

const Now = ({ stock }: Pick<StockRecord, 'stock'>) => (
  <p>
    計算した在庫：
    {stock?.stock === null || stock === null ? '不明' : <Quantity value={stock.stock} unit="本" />}
    {stock && `（${formatInstant(stock.asOf)} 現在）`}
  </p>
);

/** 「廃棄を記録する」 */
export const disposalPage = ({ vaccine, stock }: StockRecord, screen: Screen): View => {
  const title = `廃棄を記録する ${vaccine.name}`;
  return {
    title,
    breadcrumbs: crumbs(title),
    body: (
      <>
        <Now stock={stock} />
        <p>
          登録すると「廃棄数の報告」の累計（登録済みの内容
          <Quantity value={stock?.disposed ?? 0} unit="本" />
          ）に加わります。報告の画面でもう一度入力する必要はありません。
        </p>
        <Form
          def={disposalForm}
          state={screen.form(disposalForm)}
          action={`/stock/${vaccine.id}/disposal`}
          submit="登録"
        >
          <FieldRow def={disposalForm} state={screen.form(disposalForm)} name="vials" />
          <FieldRow def={disposalForm} state={screen.form(disposalForm)} name="lot" />
          <FieldRow def={disposalForm} state={screen.form(disposalForm)} name="day" today={screen.today} />
          <FieldRow def={disposalForm} state={screen.form(disposalForm)} name="reason" />
        </Form>
      </>
    ),
  };
};

/** 「棚卸を記録する」 */
export const countPage = ({ vaccine, stock }: StockRecord, screen: Screen): View => {
  const title = `棚卸を記録する ${vaccine.name}`;
  const known = stock?.stock ?? null;
  const state = screen.form(countForm, { expected: known === null ? '' : String(known) });
  return {
    title,
    breadcrumbs: crumbs(title),
    body: (
      <>
        <Now stock={stock} />
        <p>数えた本数と計算した在庫の差を、理由とともに記録します。これまでの記録は書き換わりません。</p>
        <Form def={countForm} state={state} action={`/stock/${vaccine.id}/count`} submit="登録">
          <FieldRow def={countForm} state={state} name="expected" />
          <FieldRow def={countForm} state={state} name="counted" />
          <FieldRow def={countForm} state={state} name="lot" />
          <FieldRow def={countForm} state={state} name="reason" />
        </Form>
      </>
    ),
  };
};

export type EntryList = StockRecord & { readonly entries: readonly EntryLine[]; readonly more: boolean };

const signed = (value: number): string => `${value > 0 ? '+' : ''}${value.toLocaleString('ja-JP')}`;

const columns: readonly Column<EntryLine>[] = [
  { key: 'at', label: '記録した日時', nowrap: true, cell: ({ at }) => formatInstant(at) },
  {
    key: 'kind',
    label: '内容',
    cell: ({ kind, reversal }) => `${ledgerKindNames[kind]}${reversal ? '（訂正による取消し）' : ''}`,
  },
  { key: 'day', label: '日付', nowrap: true, cell: ({ day }) => (day ? formatDay(day) : '不明') },
  { key: 'lot', label: 'ロット番号', nowrap: true, cell: ({ kind, lot }) => lot ?? (kind === 'use' ? '—' : '不明') },
  {
    key: 'vials',
    label: '本数',
    unit: '本',
    align: 'end',
    cell: ({ kind, vials }) => (kind === 'use' ? '—' : signed(vials)),
  },
  {
    key: 'doses',
    label: '接種回数',
    unit: '回',
    align: 'end',
    cell: ({ doses }) => (doses === null ? '—' : signed(doses)),
  },
  { key: 'partner', label: '相手・理由', cell: ({ partnerName, reason }) => partnerName ?? reason },
  { key: 'user', label: '記録した人', cell: ({ userName }) => userName ?? '' },
];

/** 「在庫の記録」: every entry of the ledger, newest first; nothing is ever written over. */
export const entriesPage = ({ vaccine, entries, more }: EntryList): View => {
  const title = `在庫の記録 ${vaccine.name}`;
  return {
    title,
    breadcrumbs: crumbs(title),
    wide: true,
    body: (
      <>
        <DataTable
          caption={title}
          captionHidden
          stack
          columns={columns}
          rows={entries}
          rowKey={({ id }) => String(id)}
          empty={<EmptyState title="記録はまだありません。" />}
        />
        {more && <Pager nextHref={`/stock/${vaccine.id}/entries?before=${entries.at(-1)?.id}`} />}
      </>
    ),
  };
};
