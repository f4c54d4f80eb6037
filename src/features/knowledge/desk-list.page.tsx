import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import {
  DataTable,
  EmptyState,
  FilterBar,
  FilterField,
  LinkButton,
  Pager,
  StateLabel,
  type Tone,
} from '../../ui/index.ts';
import { articleTypes, labelIn, topics } from './articles.ts';
import type { DeskFilter, DeskRow } from './desk-list.store.ts';
import { type VersionState, versionStateNames } from './versions.states.ts';

const tones: Readonly<Record<VersionState, Tone>> = { draft: 'neutral', review: 'warning', published: 'success' };

export const VersionStateLabel = ({ state }: { readonly state: VersionState }) => (
  <StateLabel tone={tones[state]}>{versionStateNames[state]}</StateLabel>
);

const stateFilters = [
  { value: '', label: 'すべて' },
  { value: 'review', label: '確認待ちの版がある' },
  { value: 'draft', label: '下書きの版がある' },
  { value: 'shown', label: '公開中' },
  { value: 'hidden', label: '公開していない' },
] as const;

export type DeskListData = Pick<DeskFilter, 'q' | 'state'> & {
  readonly rows: readonly DeskRow[];
  readonly more: boolean;
};

/** 「記事の管理」: every article of the desk, whatever its state. */
export const deskListPage = ({ rows, more, q, state }: DeskListData): View => {
  const last = rows.at(-1);
  const next = new URLSearchParams({ ...(q && { q }), ...(state && { state }), before: String(last?.id ?? '') });
  return {
    title: '記事の管理',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '記事', href: '/knowledge' }, { label: '記事の管理' }],
    wide: true,
    actions: (
      <LinkButton href="/knowledge/desk/new" variant="primary" icon="plus">
        記事を作成する
      </LinkButton>
    ),
    body: (
      <>
        <FilterBar action="/knowledge/desk" resetHref="/knowledge/desk" submit="検索">
          <FilterField label="タイトル" name="q" value={q} size={32} maxLength={200} />
          <FilterField label="状態" name="state" value={state ?? ''} options={stateFilters} />
        </FilterBar>
        <DataTable
          caption="記事の一覧"
          captionHidden
          stack
          rows={rows}
          rowKey={({ id }) => String(id)}
          rowHref={({ id }) => `/knowledge/desk/${id}`}
          empty={<EmptyState title="条件に合う記事はありません。" />}
          columns={[
            { key: 'title', label: 'タイトル' },
            { key: 'type', label: '記事タイプ', nowrap: true, cell: ({ type }) => labelIn(articleTypes, type) },
            { key: 'topic', label: '情報種類', cell: ({ topic }) => labelIn(topics, topic) },
            {
              key: 'shown',
              label: '利用者への表示',
              nowrap: true,
              cell: ({ shown }) => (shown ? '公開中' : '公開していない'),
            },
            {
              key: 'state',
              label: '最新の版',
              nowrap: true,
              cell: ({ number, state }) => (
                <>
                  第{number}版 <VersionStateLabel state={state} />
                </>
              ),
            },
            { key: 'writtenAt', label: '作成日時', cell: ({ writtenAt }) => formatInstant(writtenAt) },
            {
              key: 'views',
              label: '参照回数',
              unit: '回',
              align: 'end',
              cell: ({ views }) => views.toLocaleString('ja-JP'),
            },
          ]}
        />
        {more && <Pager nextHref={`/knowledge/desk?${next}`} />}
      </>
    ),
  };
};
