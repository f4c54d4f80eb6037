import { type Day, formatInstant } from '../../kernel/calendar.ts';
import type { FormState } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, FieldRow, Form, Section, StateLabel } from '../../ui/index.ts';
import type { ShapeHistory } from './shape.store.ts';
import { shapeChangeForm as def } from './shape-change.form.ts';
import { type ShapeItem, shapeOptions, spanText } from './shape-change.ts';

export type ShapePage = { readonly items: readonly ShapeItem[]; readonly history: readonly ShapeHistory[] };

const title = '接種実績の報告項目';

/** Rows and columns of 「接種実績等の報告」, which are data: what is asked for, from when and until when. */
export const shapePage = ({ items, history }: ShapePage, screen: Screen): View => ({
  title,
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: title }],
  body: (
    <>
      <Section title="いまの項目">
        <Items caption="対象者の区分" items={items.filter(({ key }) => key.startsWith('c:'))} today={screen.today} />
        <Items caption="接種の回数" items={items.filter(({ key }) => key.startsWith('d:'))} today={screen.today} />
      </Section>
      <Section title="報告項目の変更">
        <ChangeForm items={items} state={screen.form(def, {}, history.length)} today={screen.today} />
      </Section>
      <Section title="変更の履歴">
        <History history={history} />
      </Section>
    </>
  ),
});

type ChangeProps = { readonly items: readonly ShapeItem[]; readonly state: FormState; readonly today: Day };

const ChangeForm = ({ items, state, today }: ChangeProps) => (
  <Form def={def} state={state} action="/reports/shape" submit="登録">
    <FieldRow def={def} state={state} name="item" options={shapeOptions(items)} />
    <FieldRow def={def} state={state} name="day" today={today} />
    <FieldRow def={def} state={state} name="reason" />
  </Form>
);

type ItemsProps = { readonly caption: string; readonly items: readonly ShapeItem[]; readonly today: Day };

const Items = ({ caption, items, today }: ItemsProps) => (
  <DataTable
    caption={caption}
    stack
    columns={[
      { key: 'label', label: '項目', nowrap: true },
      { key: 'span', label: '入力する期間', cell: spanText },
      { key: 'state', label: '状態', cell: (item) => <State item={item} today={today} /> },
    ]}
    rows={items}
    rowKey={({ key }) => key}
  />
);

const State = ({ item: { fromDay, toDay }, today }: { readonly item: ShapeItem; readonly today: Day }) => {
  if (fromDay > today) return <StateLabel tone="info">これから</StateLabel>;
  if (toDay !== null && toDay < today) return <StateLabel tone="neutral">終了</StateLabel>;
  return <StateLabel tone="success">入力中</StateLabel>;
};

const History = ({ history }: Pick<ShapePage, 'history'>) => (
  <DataTable
    caption="変更の履歴"
    captionHidden
    stack
    columns={[
      { key: 'at', label: '日時', nowrap: true, cell: ({ at }: ShapeHistory) => formatInstant(at) },
      { key: 'label', label: '項目', nowrap: true },
      { key: 'span', label: '入力する期間', cell: spanText },
      { key: 'reason', label: '理由' },
      { key: 'userName', label: '変更した人' },
    ]}
    rows={history}
    rowKey={({ id }) => String(id)}
    empty={<EmptyState title="まだ変更はありません。" />}
  />
);
