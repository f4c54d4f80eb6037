import { formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DescriptionList, FieldRow, Form, LinkButton, Notice, Section } from '../../ui/index.ts';
import { type Article, articleTypes, audiences, labelIn, meanRating, topics } from './articles.ts';
import { Attachments } from './attachments.page.tsx';
import { toHtml } from './markdown.ts';
import type { OpenedArticle } from './open-article.service.ts';
import { ratingForm } from './rating.form.ts';

export type ArticleData = OpenedArticle & {
  /** Where the list was, as it was: its address, and as this page's address carries it. */
  readonly back: string;
  readonly from: string;
  readonly rated: boolean;
};

/** What an article says; safe by construction, since its Markdown knows no HTML. */
export const ArticleBody = ({ markdown }: { readonly markdown: string }) => (
  <div class="prose" dangerouslySetInnerHTML={{ __html: toHtml(markdown) }} />
);

export const ArticleFacts = ({ article }: { readonly article: Article }) => {
  const mean = meanRating(article);
  return (
    <DescriptionList
      items={[
        { label: '記事タイプ', value: labelIn(articleTypes, article.type) },
        { label: '対象者', value: article.audiences.map((audience) => labelIn(audiences, audience)).join('、') },
        { label: '情報種類', value: labelIn(topics, article.topic) },
        { label: '公開日', value: article.publishedOn && formatDay(article.publishedOn) },
        { label: '更新', value: `第${article.number}版　${formatInstant(article.updatedAt)}` },
        { label: '参照回数', value: article.views.toLocaleString('ja-JP'), unit: '回' },
        { label: '評価', value: mean && `${mean.toFixed(1)}（5点満点、${article.ratingCount}件）` },
      ]}
    />
  );
};

/** 「この記事を評価する」. */
export const RatingPanel = ({
  data: { article, stars, rated, from },
  screen,
}: {
  readonly data: ArticleData;
  readonly screen: Screen;
}) => {
  const state = screen.form(ratingForm, { from, ...(stars !== null && { stars: String(stars) }) });
  return (
    <Section title="この記事を評価する" lead="お一人1回です。あとから変更できます。">
      {rated && (
        <Notice kind="success" live>
          <p>評価を受け付けました。ありがとうございます。</p>
        </Notice>
      )}
      <Form
        def={ratingForm}
        state={state}
        action={`/knowledge/articles/${article.slug}/rating`}
        submit={stars === null ? '評価する' : '評価を変更する'}
        guard={false}
      >
        <FieldRow def={ratingForm} state={state} name="stars" />
        <FieldRow def={ratingForm} state={state} name="from" />
      </Form>
    </Section>
  );
};

/** One article, its facts and its rating (M6.1-3). */
export const articlePage = (data: ArticleData, screen: Screen): View => {
  const { article, back, files } = data;
  return {
    title: article.title,
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: '記事', href: back }, { label: article.title }],
    body: (
      <>
        <ArticleBody markdown={article.body} />
        <Attachments files={files} />
        <ArticleFacts article={article} />
        <RatingPanel data={data} screen={screen} />
        <p>
          <LinkButton href={back} icon="back">
            記事の一覧へ戻る
          </LinkButton>
        </p>
      </>
    ),
  };
};
