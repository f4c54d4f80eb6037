import type { TableFormat } from '../../platform/csv/index.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  LinkButton,
  ListHead,
  Pager,
  StateLabel,
} from '../../ui/index.ts';
import { SheetLink } from '../sheets/index.ts';
import { addressLine } from './address-line.ts';
import { maxExcelVenues } from './venue-file.ts';
import type { VenueLine } from './venue-list.store.ts';

export type VenueListData = {
  readonly venues: readonly VenueLine[];
  readonly count: number;
  readonly more: boolean;
  readonly query: { readonly q: string; readonly state: string };
};

const State = ({ venue }: { readonly venue: VenueLine }) => (
  <>
    {venue.doctors === 0 && <StateLabel tone="warning">医師未登録</StateLabel>}
    {venue.waiting && <StateLabel tone="info">承認待ち</StateLabel>}
    {venue.doctors > 0 && !venue.waiting && '—'}
  </>
);

const nextHref = ({ venues, query }: VenueListData): string =>
  `/venues?${new URLSearchParams({ ...query, after: String(venues.at(-1)?.id) })}`;

const fileHref = (format: TableFormat, { query }: VenueListData): string =>
  `/venues.${format}?${new URLSearchParams(query)}`;

/** 「医療機関・接種会場」 of an office (M1.8-1): every venue of its area, to look at and to type for. */
export const venueListPage = (data: VenueListData, screen: Screen): View => {
  const mayEdit = screen.may('venue.edit');
  return {
    title: '医療機関・接種会場',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '医療機関・接種会場' }],
    wide: true,
    actions: screen.may('venue.sheet') ? (
      <SheetLink href="/venues/sheet" />
    ) : (
      screen.may('venue.import') && (
        <LinkButton href="/venues/import" icon="upload">
          受付システムのデータの取込
        </LinkButton>
      )
    ),
    body: (
      <>
        <FilterBar action="/venues" resetHref="/venues">
          <FilterField label="名称・住所・コード" name="q" value={data.query.q} />
          <FilterField
            label="状態"
            name="state"
            value={data.query.state}
            options={[
              { value: '', label: 'すべて' },
              { value: 'waiting', label: '申請が承認待ち' },
              { value: 'no-doctor', label: '医師が未登録' },
            ]}
          />
        </FilterBar>
        <ListHead count={`${data.count.toLocaleString('ja-JP')}件`}>
          {data.count <= maxExcelVenues && (
            <LinkButton href={fileHref('xlsx', data)} icon="download" size="small" download>
              Excel
            </LinkButton>
          )}
          <LinkButton href={fileHref('csv', data)} icon="download" size="small" download>
            CSV
          </LinkButton>
        </ListHead>
        <DataTable
          caption="医療機関・接種会場"
          captionHidden
          stack
          rows={data.venues}
          rowKey={({ id }) => String(id)}
          rowHref={({ id }) => `/venues/${id}`}
          columns={[
            { key: 'name', label: '医療機関・接種会場名' },
            { key: 'code', label: '保険医療機関コード', nowrap: true },
            { key: 'address', label: '住所', wide: true, cell: addressLine },
            { key: 'phone', label: '電話番号', nowrap: true, cell: ({ phone }) => phone || '—' },
            { key: 'doctors', label: '医師', unit: '人', align: 'end', cell: ({ doctors }) => String(doctors) },
            { key: 'state', label: '状態', cell: (venue) => <State venue={venue} /> },
            ...(mayEdit
              ? [
                  {
                    key: 'edit',
                    label: '操作',
                    cell: ({ id, name }: VenueLine) => (
                      <LinkButton href={`/venues/${id}/edit`} size="small" label={`編集 ${name}`}>
                        編集
                      </LinkButton>
                    ),
                  },
                ]
              : []),
          ]}
          empty={
            <EmptyState title="条件に合う医療機関・接種会場はありません。">
              <p>条件を変えて、もう一度絞り込んでください。</p>
            </EmptyState>
          }
        />
        <Pager {...(data.more && { nextHref: nextHref(data) })} />
      </>
    ),
  };
};
