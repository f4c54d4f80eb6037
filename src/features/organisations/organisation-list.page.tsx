import { type OrgKind, orgKinds } from '../../kernel/policy.ts';
import type { View } from '../../platform/http/index.ts';
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
import { prefectureByCode } from '../areas/index.ts';
import { kindNames, type OrganisationRecord } from './organisations.ts';

export type OrganisationListData = {
  readonly organisations: readonly (OrganisationRecord & { readonly users: number })[];
  readonly count: number;
  readonly kind: OrgKind | null;
  readonly q: string;
  readonly more: boolean;
};

const kindOptions = [
  { value: '', label: 'すべて（医療機関・接種会場を除く）' },
  ...orgKinds.map((value) => ({ value, label: kindNames[value] })),
];

const queryOf = ({ kind, q }: OrganisationListData, more: Record<string, string> = {}): string =>
  new URLSearchParams({ ...(kind && { kind }), ...(q && { q }), ...more }).toString();

/** 「組織・利用者」 (S33). */
export const organisationListPage = (data: OrganisationListData): View => ({
  title: '組織・利用者',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '組織・利用者' }],
  wide: true,
  actions: (
    <>
      <LinkButton href="/organisations/import" icon="upload">
        ファイルで登録する
      </LinkButton>
      <LinkButton href="/organisations/new" variant="primary" icon="plus">
        組織の登録
      </LinkButton>
    </>
  ),
  body: (
    <>
      <FilterBar action="/organisations" resetHref="/organisations">
        <FilterField label="種別" name="kind" value={data.kind ?? ''} options={kindOptions} />
        <FilterField label="名称・都道府県" name="q" value={data.q} />
      </FilterBar>
      <ListHead count={`${data.count.toLocaleString('ja-JP')}件`}>
        {data.kind !== 'venue' && (
          <>
            <LinkButton href={`/organisations/export.xlsx?${queryOf(data)}`} icon="download" size="small" download>
              Excel
            </LinkButton>
            <LinkButton href={`/organisations/export.csv?${queryOf(data)}`} icon="download" size="small" download>
              CSV
            </LinkButton>
          </>
        )}
      </ListHead>
      <DataTable
        caption="組織"
        captionHidden
        stack
        columns={[
          { key: 'name', label: '名称' },
          { key: 'kind', label: '種別', nowrap: true, cell: (row) => kindNames[row.kind] },
          {
            key: 'prefecture',
            label: '都道府県',
            nowrap: true,
            cell: (row) => prefectureByCode(row.prefectureCode ?? '')?.name ?? '—',
          },
          { key: 'email', label: '代表メールアドレス', cell: (row) => row.email || '—' },
          { key: 'users', label: '利用者', unit: '人', align: 'end', cell: (row) => row.users.toLocaleString('ja-JP') },
          {
            key: 'active',
            label: '利用状況',
            nowrap: true,
            cell: (row) =>
              row.active ? (
                <StateLabel tone="success">利用中</StateLabel>
              ) : (
                <StateLabel tone="warning">停止中</StateLabel>
              ),
          },
        ]}
        rows={data.organisations}
        rowKey={(row) => String(row.id)}
        rowHref={(row) => `/organisations/${row.id}`}
        empty={
          <EmptyState title="該当する組織はありません。">
            <p>条件を変えるか、「組織の登録」から登録してください。</p>
          </EmptyState>
        }
      />
      {data.more && (
        <Pager nextHref={`/organisations?${queryOf(data, { after: String(data.organisations.at(-1)?.id) })}`} />
      )}
    </>
  ),
});
