import { formatDay } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  DataTable,
  EmptyState,
  FieldRow,
  FilterBar,
  FilterField,
  Form,
  LinkButton,
  StateLabel,
} from '../../ui/index.ts';
import type { Vaccine } from '../vaccines/index.ts';
import { lotChangeForm } from './lot-change.form.ts';
import type { LotFacts } from './lots.store.ts';

export type LotList = {
  readonly lots: readonly LotFacts[];
  /** There are more than are shown. */
  readonly more: boolean;
  readonly vaccines: readonly Vaccine[];
  readonly q: string;
  readonly vaccine: string;
};

const optionsOf = (vaccines: readonly Vaccine[]) =>
  vaccines.map(({ id, name }) => ({ value: String(id), label: name }));

/** 「ロット」 for 国 (S27). */
export const lotListPage = ({ lots, more, vaccines, q, vaccine }: LotList): View => ({
  title: 'ロット',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'ロット' }],
  actions: <LinkButton href="/lots/change">有効期限の延長・使用見合わせを登録する</LinkButton>,
  body: (
    <>
      <FilterBar action="/lots" submit="表示" label="絞り込み">
        <FilterField label="ロット番号" name="q" value={q} />
        <FilterField
          label="ワクチン"
          name="vaccine"
          value={vaccine}
          options={[{ value: '', label: 'すべて' }, ...optionsOf(vaccines)]}
        />
      </FilterBar>
      <DataTable
        caption="納入されたロット"
        stack
        columns={[
          { key: 'lot', label: 'ロット番号', nowrap: true },
          { key: 'vaccineName', label: 'ワクチン' },
          {
            key: 'expiry',
            label: '有効期限',
            cell: ({ expiry, extended }) => `${expiry ? formatDay(expiry) : '不明'}${extended ? '（延長後）' : ''}`,
          },
          {
            key: 'state',
            label: '状態',
            cell: ({ stoppedAt }) =>
              stoppedAt ? (
                <StateLabel tone="error">使用見合わせ</StateLabel>
              ) : (
                <StateLabel tone="success">使用できます</StateLabel>
              ),
          },
        ]}
        rows={lots}
        rowKey={({ vaccineId, lot }) => `${vaccineId}:${lot}`}
        rowHref={({ vaccineId, lot }) => `/lots/${vaccineId}/${encodeURIComponent(lot)}`}
        empty={<EmptyState title="当てはまるロットはありません。" />}
      />
      {more && <p>はじめの{lots.length}件を表示しています。ロット番号のはじめの文字かワクチンで絞り込んでください。</p>}
    </>
  ),
});

export type LotChangeData = {
  readonly vaccines: readonly Vaccine[];
  readonly vaccine?: number;
  readonly lot?: string;
};

/** 「ロットの変更」 */
export const lotChangePage = ({ vaccines, vaccine, lot }: LotChangeData, screen: Screen): View => {
  const state = screen.form(lotChangeForm, { vaccine: vaccine ? String(vaccine) : '', lot: lot ?? '' });
  return {
    title: 'ロットの変更',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'ロット', href: '/lots' }, { label: 'ロットの変更' }],
    body: (
      <Form def={lotChangeForm} state={state} action="/lots/change" submit="登録">
        <FieldRow def={lotChangeForm} state={state} name="vaccine" options={optionsOf(vaccines)} />
        <FieldRow def={lotChangeForm} state={state} name="lot" />
        <FieldRow def={lotChangeForm} state={state} name="kind" />
        <FieldRow def={lotChangeForm} state={state} name="expiry" />
        <FieldRow def={lotChangeForm} state={state} name="reason" />
      </Form>
    ),
  };
};
