import type { View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, FilterBar, FilterField, Pager } from '../../ui/index.ts';
import { Breakable } from '../applications/index.ts';
import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import type { ContactLine } from './contact-list.store.ts';
import { sections } from './venue-field.ts';
import { explanationNames } from './venue-fields.ts';

export type ContactListData = { readonly contacts: readonly ContactLine[]; readonly more: boolean; readonly q: string };

/** 「情報提供先」 of a maker (M2.1-8-5): the addresses that the venues registered to be informed at. */
export const contactListPage = ({ contacts, more, q }: ContactListData): View => {
  const last = contacts.at(-1);
  return {
    title: '情報提供先',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '情報提供先' }],
    wide: true,
    body: (
      <>
        <p class="lead">
          貴社のワクチンを取り扱う医療機関・接種会場の担当者と、貴社のワクチンを選んだ医師が、情報提供を受けるために登録したメールアドレスです。
        </p>
        <FilterBar action="/contacts" resetHref="/contacts">
          <FilterField label="名称・住所・コード" name="q" value={q} />
        </FilterBar>
        <DataTable
          caption="情報提供先"
          captionHidden
          stack
          rows={contacts}
          rowKey={({ venueId, place }) => `${venueId}-${place}`}
          columns={[
            { key: 'name', label: '医療機関・接種会場名' },
            { key: 'code', label: '保険医療機関コード', nowrap: true },
            {
              key: 'area',
              label: '市町村',
              cell: (row) =>
                `${prefectureByCode(row.prefectureCode)?.name ?? ''}${municipalityByCode(row.municipalityCode)?.name ?? ''}`,
            },
            {
              key: 'duty',
              label: '担当',
              cell: ({ duty, person }) => (duty ? sections[duty] : `医師本人（${person}）`),
            },
            { key: 'email', label: 'メールアドレス', cell: ({ email }) => <Breakable text={email} /> },
            {
              key: 'explanation',
              label: '詳細説明の要否',
              cell: ({ explanation }) => (explanation ? explanationNames[explanation] : '—'),
            },
          ]}
          empty={<EmptyState title="登録された情報提供先はありません。" />}
        />
        <Pager
          {...(more && {
            nextHref: `/contacts?${new URLSearchParams({ q, after: `${last?.venueId}-${last?.place}` })}`,
          })}
        />
      </>
    ),
  };
};
