import { formatDay } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { EmptyState, FilterBar, FilterField, LinkButton, ListHead, Notice, Pager, Tag } from '../../ui/index.ts';
import { searchLimit } from './article-words.ts';
import { type Article, articleSorts, articleTypes, audiences, byFit, labelIn, meanRating, topics } from './articles.ts';
import { articleHref, defaultSort, isTooLong, type ListState, listHref, sortOf } from './list-state.ts';
import { toText } from './markdown.ts';
import { excerpt, markWords } from './marks.ts';

export type ArticleListData = {
  readonly state: ListState;
  readonly articles: readonly Article[];
  readonly count: number;
  readonly more: boolean;
  /** Words to be marked, folded. */
  readonly words: readonly string[];
};

const withAll = (word: string, list: readonly { readonly value: string; readonly label: string }[]) => [
  { value: '', label: word },
  ...list,
];

/** A text with the searched words marked. */
const Marked = ({ text, words }: { readonly text: string; readonly words: readonly string[] }) => (
  <>{markWords(text, words).map((piece, i) => (piece.hit ? <mark key={i}>{piece.text}</mark> : piece.text))}</>
);

const ratingText = (article: Article): string => {
  const mean = meanRating(article);
  return mean === null ? '評価 —' : `評価 ${mean.toFixed(1)}（${article.ratingCount}件）`;
};

type RowProps = { readonly article: Article; readonly data: ArticleListData };

const Row = ({ article, data: { state, words } }: RowProps) => (
  <li class="hit">
    <h2 class="hit-title">
      <a href={articleHref(article.slug, state)}>
        <Marked text={article.title} words={words} />
      </a>
    </h2>
    <p class="hit-excerpt">
      <Marked text={excerpt(toText(article.body), words)} words={words} />
    </p>
    <p class="hit-facts">
      <Tag>{labelIn(articleTypes, article.type)}</Tag>
      <span>{labelIn(topics, article.topic)}</span>
      {article.publishedOn && <span>公開日 {formatDay(article.publishedOn)}</span>}
      <span>{ratingText(article)}</span>
      <span>参照 {article.views.toLocaleString('ja-JP')}回</span>
    </p>
  </li>
);

/** The order that holds unless another is chosen has no value, so that a first search is ordered by fit. */
const sortOptions = (state: ListState) =>
  [...(state.q === '' ? [] : [byFit]), ...articleSorts].map(({ value, label }) => ({
    value: value === defaultSort(state) ? '' : value,
    label,
  }));

const Filters = ({ state }: { readonly state: ListState }) => (
  <FilterBar action="/knowledge" resetHref="/knowledge" submit="適用" label="記事の検索">
    <FilterField
      label="記事タイプ"
      name="type"
      value={state.type ?? ''}
      options={withAll('すべての記事タイプ', articleTypes)}
    />
    <FilterField
      label="対象者"
      name="audience"
      value={state.audience ?? ''}
      options={withAll('すべての対象者', audiences)}
    />
    <FilterField
      label="情報種類"
      name="topic"
      value={state.topic ?? ''}
      options={withAll('すべての情報種類', topics)}
    />
    <FilterField label="ナレッジを検索..." name="q" value={state.q} maxLength={searchLimit} />
    <FilterField
      label="並び替え"
      name="sort"
      value={sortOf(state) === defaultSort(state) ? '' : sortOf(state)}
      options={sortOptions(state)}
    />
  </FilterBar>
);

/** 「記事」 (M6.1-1): all articles, or those that were asked for. */
export const articleListPage = (data: ArticleListData, screen: Screen): View => {
  const { state, articles, count, more } = data;
  const last = articles.at(-1);
  return {
    title: '記事',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'ナレッジ' }],
    actions: screen.may('knowledge.manage') && (
      <LinkButton href="/knowledge/desk" icon="pencil">
        記事の管理
      </LinkButton>
    ),
    body: (
      <>
        <Filters state={state} />
        {isTooLong(state) ? (
          <Notice kind="error" title="検索する言葉が長すぎます。" live>
            <p>{searchLimit}文字以内の短い言葉で検索してください。</p>
          </Notice>
        ) : articles.length === 0 ? (
          <EmptyState title="条件に合う記事はありません。">
            <p>言葉を短くするか、別の言い方で検索してください。</p>
          </EmptyState>
        ) : (
          <>
            <ListHead count={`${count.toLocaleString('ja-JP')}件`} />
            <ol class="hits" aria-label="記事の一覧">
              {articles.map((article) => (
                <Row key={article.slug} article={article} data={data} />
              ))}
            </ol>
            {more && last && <Pager nextHref={listHref({ ...state, after: last.id })} />}
            {state.after && (
              <p>
                <a href={listHref({ ...state, after: null })}>最初のページへ戻る</a>
              </p>
            )}
          </>
        )}
      </>
    ),
  };
};
