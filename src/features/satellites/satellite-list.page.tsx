import type { View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, FilterBar, FilterField, ListHead, Notice, Pager, StateLabel } from '../../ui/index.ts';
import { municipalityByCode } from '../areas/index.ts';
import type { Satellite } from './satellites.ts';

export type SatelliteListData = {
  readonly satellites: readonly Satellite[];
  readonly counts: { readonly all: number; readonly unlinked: number };
  readonly vaccines: readonly { readonly id: number; readonly shortName: string }[];
  readonly query: { readonly q: string; readonly vaccine: string; readonly state: string };
  readonly more: boolean;
  /** The satellite whose link was just saved. */
  readonly saved: Satellite | null;
};

const BasicCell = ({ satellite }: { readonly satellite: Satellite }) => {
  if (satellite.basicName === null) return <StateLabel tone="warning">未連携</StateLabel>;
  const other = satellite.basicMunicipalityCode !== satellite.municipalityCode;
  return (
    <>
      {satellite.basicName}
      {other && `（${municipalityByCode(satellite.basicMunicipalityCode ?? '')?.name ?? ''}）`}
    </>
  );
};

const nextHref = ({ satellites, query }: SatelliteListData): string => {
  const last = satellites.at(-1);
  return `/satellites?${new URLSearchParams({ ...query, after: `${last?.venueId}-${last?.vaccineId}` })}`;
};

const count = (n: number): string => n.toLocaleString('ja-JP');

/** 「サテライト型の連携」 (S34): every satellite of the municipality with its 基本型, per vaccine. */
export const satelliteListPage = (data: SatelliteListData): View => ({
  title: 'サテライト型の連携',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'サテライト型の連携' }],
  wide: true,
  body: (
    <>
      {data.saved && (
        <Notice kind="success" title="連携を保存しました。" live>
          <p>
            {data.saved.name}（{data.saved.vaccineName}）の基本型接種施設：{data.saved.basicName}
          </p>
        </Notice>
      )}
      <FilterBar action="/satellites" resetHref="/satellites">
        <FilterField label="施設名・コード" name="q" value={data.query.q} />
        <FilterField
          label="ワクチン"
          name="vaccine"
          value={data.query.vaccine}
          options={[
            { value: '', label: 'すべて' },
            ...data.vaccines.map(({ id, shortName }) => ({ value: String(id), label: shortName })),
          ]}
        />
        <FilterField
          label="連携"
          name="state"
          value={data.query.state}
          options={[
            { value: '', label: 'すべて' },
            { value: 'unlinked', label: '未連携のみ' },
          ]}
        />
      </FilterBar>
      <ListHead count={`${count(data.counts.all)}件（未連携 ${count(data.counts.unlinked)}件）`} />
      <DataTable
        caption="サテライト型の連携"
        captionHidden
        stack
        columns={[
          { key: 'name', label: 'サテライト型接種施設' },
          { key: 'code', label: '保険医療機関コード', nowrap: true },
          { key: 'vaccineName', label: 'ワクチン', nowrap: true },
          {
            key: 'basic',
            label: '（連携先の）基本型接種施設',
            cell: (row) => <BasicCell satellite={row} />,
          },
        ]}
        rows={data.satellites}
        rowKey={(row) => `${row.venueId}-${row.vaccineId}`}
        rowHref={(row) => `/satellites/${row.venueId}/${row.vaccineId}`}
        empty={
          <EmptyState title="該当するサテライト型接種施設はありません。">
            <p>施設が「取扱ワクチン」でサテライト型を選び、承認されると、ここに表示されます。</p>
          </EmptyState>
        }
      />
      {data.more && <Pager nextHref={nextHref(data)} />}
    </>
  ),
});
