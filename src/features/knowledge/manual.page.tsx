import type { Screen, View } from '../../platform/http/index.ts';
import { EmptyState, LinkButton, Section } from '../../ui/index.ts';
import { type ArticleData, ArticleFacts, RatingPanel } from './article.page.tsx';
import type { Manual, ManualChapter } from './manuals.ts';
import { Thumbnail } from './thumbnail.page.tsx';

const fileOf = ({ role }: Manual, name: string): string => `/knowledge/manuals/${role}/${name}`;
const chapterHref = (manual: Manual, { anchor }: ManualChapter): string => `${fileOf(manual, 'index.html')}#${anchor}`;

/** 「ダウンロード pdf」 at the top left, the thumbnail in the middle, edition and date (M6.2-1). */
const ManualSheet = ({ manual, chapter }: { readonly manual: Manual; readonly chapter?: ManualChapter | null }) => (
  <>
    <p>
      <LinkButton href={`${fileOf(manual, 'manual.pdf')}?download=1`} variant="primary" icon="download" download>
        ダウンロード pdf
      </LinkButton>
    </p>
    {chapter && (
      <p>
        このページの説明は「<a href={chapterHref(manual, chapter)}>{chapter.title}</a>」にあります。
      </p>
    )}
    <Thumbnail
      href={chapter ? chapterHref(manual, chapter) : fileOf(manual, 'index.html')}
      name={manual.title}
      {...(manual.cover && { cover: fileOf(manual, 'pictures/cover.png') })}
    />
    <p class="thumbnail-facts">
      {manual.edition}　{manual.date}
    </p>
    <p class="thumbnail-facts">マニュアルは随時更新されます。利用するときは、最新の版かどうかを確認してください。</p>
  </>
);

const Chapters = ({ manual, current }: { readonly manual: Manual; readonly current?: ManualChapter | null }) => (
  <Section title="目次">
    <ul class="chapters">
      {manual.chapters.map((chapter) => (
        <li key={chapter.anchor} class={chapter === current ? 'chapter-current' : undefined}>
          <a href={chapterHref(manual, chapter)}>{chapter.title}</a>
        </li>
      ))}
    </ul>
  </Section>
);

/** A manual that the program ships, as an article among the others (M6.3-1). */
export const manualArticlePage =
  (manual: Manual) =>
  (data: ArticleData, screen: Screen): View => ({
    title: data.article.title,
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '記事', href: data.back }, { label: data.article.title }],
    body: (
      <>
        <ManualSheet manual={manual} />
        <Chapters manual={manual} />
        <ArticleFacts article={data.article} />
        <RatingPanel data={data} screen={screen} />
        <p>
          <LinkButton href={data.back} icon="back">
            記事の一覧へ戻る
          </LinkButton>
        </p>
      </>
    ),
  });

export type HelpData = {
  readonly manual: Manual | null;
  /** The chapter that explains the page from which help was asked. */
  readonly chapter: ManualChapter | null;
  /** The page from which help was asked. */
  readonly path: string;
};

/** 「このページのヘルプ」: the own manual at the chapter of the page (M6.2-1). */
export const helpPage = ({ manual, chapter, path }: HelpData): View => ({
  title: manual?.title ?? 'マニュアル',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '記事', href: '/knowledge' }, { label: 'このページのヘルプ' }],
  body: manual ? (
    <>
      <ManualSheet manual={manual} chapter={chapter} />
      <Chapters manual={manual} current={chapter} />
      <p>
        <LinkButton href={path} icon="back">
          元のページへ戻る
        </LinkButton>
      </p>
    </>
  ) : (
    <EmptyState title="マニュアルはまだ用意されていません。">
      <p>
        <a href="/knowledge?type=faq">よくある質問（FAQ）</a>をご覧ください。
      </p>
    </EmptyState>
  ),
});
