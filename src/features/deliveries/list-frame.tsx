import type { ComponentChildren } from 'preact';
import { FilterBar, FilterField, ListHead, Notice, Pager } from '../../ui/index.ts';
import { municipalitiesOf, prefectures } from '../areas/index.ts';
import { cycleTitle } from '../cycles/index.ts';
import { listHref, type RowState } from './list-query.ts';
import type { ListData } from './load-list.service.ts';

const stateLabels: Readonly<Record<RowState, string>> = {
  'missing-shipment': '出荷日かロットが未入力',
  'missing-day': '納入予定日が未入力',
  undelivered: '納入前',
  delivered: '納入済（受領確認待ち）',
  received: '受領済',
  differing: '数の違いあり',
};

export type ListFiltersProps = {
  readonly path: string;
  readonly data: ListData;
  readonly states?: readonly RowState[];
  readonly items?: boolean;
  /** Prefectures of the country, or the 市町村 of this one. */
  readonly areas: 'prefectures' | { readonly prefectureCode: string } | null;
};

const all = { value: '', label: 'すべて' };
const named = (areas: readonly { readonly code: string; readonly name: string }[]) => [
  all,
  ...areas.map(({ code, name }) => ({ value: code, label: name })),
];

/** Filters of the lists; they live in the address. */
export const ListFilters = ({ path, data, states, items, areas }: ListFiltersProps) => {
  const { query, cycles, cycleId } = data;
  return (
    <FilterBar action={path} resetHref={path}>
      <FilterField
        label="クール"
        name="cycle"
        value={String(cycleId ?? '')}
        options={cycles.map((cycle) => ({ value: String(cycle.id), label: cycleTitle(cycle) }))}
      />
      {areas === 'prefectures' && (
        <FilterField label="都道府県" name="prefecture" value={query.prefecture} options={named(prefectures())} />
      )}
      {areas !== null && areas !== 'prefectures' && (
        <FilterField
          label="市町村"
          name="municipality"
          value={query.municipality}
          options={named(municipalitiesOf(areas.prefectureCode))}
        />
      )}
      {items && (
        <FilterField
          label="品目"
          name="item"
          value={query.item}
          options={[all, { value: 'vaccine', label: 'ワクチン' }, { value: 'supplies', label: '針・シリンジ' }]}
        />
      )}
      {states && (
        <FilterField
          label="状態"
          name="state"
          value={query.state}
          options={[all, ...states.map((value) => ({ value, label: stateLabels[value] }))]}
        />
      )}
    </FilterBar>
  );
};

export const ListCount = ({ data, children }: { readonly data: ListData; readonly children?: ComponentChildren }) => (
  <ListHead count={`${data.page.total.toLocaleString('ja-JP')}件`}>{children}</ListHead>
);

export const ListPager = ({ path, data }: { readonly path: string; readonly data: ListData }) => {
  const { next, previous } = data.page;
  return (
    <Pager
      previousHref={previous ? listHref(path, data.query, { before: previous }) : undefined}
      nextHref={next ? listHref(path, data.query, { after: next }) : undefined}
    />
  );
};

/** Says what the last save did. */
export const SavedNotice = ({ data }: { readonly data: ListData }) => {
  const { saved, told } = data.query;
  if (saved === undefined) return null;
  return (
    <Notice
      kind={saved > 0 ? 'success' : 'info'}
      live
      title={saved > 0 ? `${saved}件を登録し、${told ?? 0}施設に知らせました。` : '変更はありませんでした。'}
    />
  );
};
