import type { Day } from '../../kernel/calendar.ts';
import type { Actor, OrgKind } from '../../kernel/policy.ts';

/** 「記事タイプ」 (M6.1-2, M6.3-1). */
export const articleTypes = [
  { value: 'faq', label: 'FAQ' },
  { value: 'manual', label: 'マニュアル' },
] as const;
export type ArticleType = (typeof articleTypes)[number]['value'];

/** 「対象者」: whom an article is written for, by kind of organisation; 「一般の方」 are asked about by residents. The words of the seed files and of the filter. */
export const audiences = [
  { value: 'venue', label: '医療機関・接種会場' },
  { value: 'municipality', label: '市町村' },
  { value: 'prefecture', label: '都道府県' },
  { value: 'ministry', label: '国' },
  { value: 'manufacturer', label: '製薬メーカー' },
  { value: 'wholesaler', label: '卸業者' },
  { value: 'vendor', label: '予約受付業者' },
  { value: 'desk', label: 'サービスデスク' },
  { value: 'public', label: '一般の方' },
] as const satisfies readonly { readonly value: OrgKind | 'public'; readonly label: string }[];
export type Audience = (typeof audiences)[number]['value'];

/** 「情報種類」: what an article is about, in the order of the manual. The chatbot's 「カテゴリ」 too. */
export const topics = [
  { value: 'sign-in', label: 'ログイン' },
  { value: 'password', label: 'パスワード・メールアドレス' },
  { value: 'screens', label: '画面の見かた・操作' },
  { value: 'venue', label: '医療機関・接種会場の情報' },
  { value: 'application', label: '申請・承認' },
  { value: 'demand', label: '納入希望量' },
  { value: 'allocation', label: 'ワクチンの分配' },
  { value: 'delivery', label: '配送・受領' },
  { value: 'booking-status', label: '予約受付状況' },
  { value: 'report', label: '接種実績・在庫' },
  { value: 'claim', label: '請求' },
  { value: 'navi', label: 'コロナワクチンナビ' },
  { value: 'support', label: 'お問い合わせ・マニュアル' },
  { value: 'other', label: 'その他' },
] as const;
export type Topic = (typeof topics)[number]['value'];

type Named = readonly { readonly value: string; readonly label: string }[];

/** The word that people read for a value; the value itself when a list no longer has it. */
export const labelIn = (list: Named, value: string): string =>
  list.find((entry) => entry.value === value)?.label ?? value;

/** The audience that a signed-in person belongs to. */
export const audienceOf = ({ org }: Actor): Audience => org.kind;

/** What an article says: one version of it. */
export type ArticleContent = {
  readonly type: ArticleType;
  readonly title: string;
  /** Markdown. */
  readonly body: string;
  readonly audiences: readonly Audience[];
  readonly topic: Topic;
  /** First day on which readers see it; null while it is being written. */
  readonly publishedOn: Day | null;
  /** First day on which they no longer do. */
  readonly withdrawnOn: Day | null;
};

/** An article as readers see it: the live version, and what readers made of it. */
export type Article = ArticleContent & {
  readonly id: number;
  readonly slug: string;
  /** Number of the live version. */
  readonly number: number;
  readonly updatedAt: Date;
  readonly views: number;
  readonly ratingCount: number;
  readonly ratingSum: number;
  /** Folder of a manual that the program ships, if it is one. */
  readonly manualRole: string | null;
};

/** 「並び替え」 (M6.1-3); 「関連度」 is there only while something is searched. */
export const articleSorts = [
  { value: 'published', label: '公開日' },
  { value: 'rating', label: '最良の評価' },
  { value: 'views', label: '参照回数が最多' },
  { value: 'title', label: 'タイトル：A～Z' },
  { value: 'title-desc', label: 'タイトル：Z～A' },
] as const;
export type ArticleSort = (typeof articleSorts)[number]['value'];
export const byFit = { value: 'fit', label: '検索した言葉に近い順' } as const;

/** The mean of the ratings, one decimal; null before the first. */
export const meanRating = ({ ratingCount, ratingSum }: Pick<Article, 'ratingCount' | 'ratingSum'>): number | null =>
  ratingCount === 0 ? null : Math.round((ratingSum / ratingCount) * 10) / 10;
