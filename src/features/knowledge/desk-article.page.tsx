import { formatDay, formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Button, DataTable, DescriptionList, Form, LinkButton, Notice, Section } from '../../ui/index.ts';
import { publishForm, sendBackForm, submitForm, withdrawForm } from './article.form.ts';
import { ArticleBody } from './article.page.tsx';
import type { ArticleFile } from './article-files.ts';
import { articleTypes, audiences, labelIn, topics } from './articles.ts';
import { FilePanel } from './desk-files.page.tsx';
import { VersionStateLabel } from './desk-list.page.tsx';
import type { DeskArticle } from './kept-article.service.ts';
import { versionMoves } from './versions.states.ts';
import type { ArticleVersion } from './versions.store.ts';

export const doneWords = {
  saved: '下書きを保存しました。内容を確認して「確認を依頼する」を押してください。',
  submit: '確認待ちにしました。別の担当者が内容を確認して公開します。',
  sendBack: '下書きに戻しました。',
  published: '公開しました。',
  withdrawn: '公開を終えました。',
  file: 'ファイルを追加しました。',
  fileRemoved: 'ファイルを外しました。',
} as const;

export type DeskArticleData = DeskArticle & {
  readonly files: readonly ArticleFile[];
  readonly done: keyof typeof doneWords | null;
};

type Props = { readonly data: DeskArticleData; readonly screen: Screen };

const isShown = ({ live }: DeskArticleData, { today }: Screen): boolean =>
  live !== null &&
  live.publishedOn !== null &&
  live.publishedOn <= today &&
  (live.withdrawnOn === null || live.withdrawnOn > today);

const VersionFacts = ({ version }: { readonly version: ArticleVersion }) => (
  <DescriptionList
    items={[
      { label: '状態', value: <VersionStateLabel state={version.state} /> },
      { label: '記事タイプ', value: labelIn(articleTypes, version.type) },
      { label: '対象者', value: version.audiences.map((audience) => labelIn(audiences, audience)).join('、') },
      { label: '情報種類', value: labelIn(topics, version.topic) },
      { label: '公開日', value: version.publishedOn && formatDay(version.publishedOn) },
      { label: '公開を終える日', value: version.withdrawnOn && formatDay(version.withdrawnOn) },
      { label: '作成', value: `${version.authorName ?? 'V-SYS'}　${formatInstant(version.writtenAt)}` },
      {
        label: '確認・公開',
        value: version.reviewedAt && `${version.reviewerName ?? '—'}　${formatInstant(version.reviewedAt)}`,
      },
      { label: '変更した内容', value: version.note },
    ]}
  />
);

/** What can be done with the version at hand. */
const Moves = ({ data: { article, open }, screen }: Props) => {
  const state = (def: typeof submitForm) => screen.form(def, {}, article.version);
  const action = (name: string) => `/knowledge/desk/${article.id}/${name}`;
  if (open?.state === 'draft')
    return (
      <Form def={submitForm} state={state(submitForm)} action={action('submit')}>
        <Button variant="primary">{versionMoves.submit.label}</Button>
      </Form>
    );
  if (open?.state !== 'review') return null;
  return (
    <>
      <Form def={publishForm} state={state(publishForm)} action={action('publish')}>
        <Button variant="primary">{versionMoves.publish.label}</Button>
      </Form>
      <Form def={sendBackForm} state={state(sendBackForm)} action={action('send-back')}>
        <Button>{versionMoves.sendBack.label}</Button>
      </Form>
    </>
  );
};

const History = ({ data: { article, versions } }: { readonly data: DeskArticleData }) => (
  <Section title="版の履歴">
    <DataTable
      caption="版の履歴"
      captionHidden
      stack
      rows={versions}
      rowKey={({ number }) => String(number)}
      rowHref={({ number }) => `/knowledge/desk/${article.id}/versions/${number}`}
      columns={[
        { key: 'number', label: '版', nowrap: true, cell: ({ number }) => `第${number}版` },
        { key: 'state', label: '状態', nowrap: true, cell: ({ state }) => <VersionStateLabel state={state} /> },
        { key: 'title', label: 'タイトル' },
        { key: 'author', label: '作成', cell: ({ authorName }) => authorName ?? 'V-SYS' },
        { key: 'writtenAt', label: '作成日時', cell: ({ writtenAt }) => formatInstant(writtenAt) },
        { key: 'reviewerName', label: '確認', cell: ({ reviewerName }) => reviewerName ?? '—' },
        { key: 'note', label: '変更した内容', cell: ({ note }) => note || '—' },
      ]}
    />
  </Section>
);

const crumbs = (label: string, href?: string) => [
  { label: 'ホーム', href: '/' },
  { label: '記事', href: '/knowledge' },
  { label: '記事の管理', href: '/knowledge/desk' },
  { label, ...(href && { href }) },
];

/** One article on the desk: its version at hand, its files, its history. */
export const deskArticlePage = (data: DeskArticleData, screen: Screen): View => {
  const { article, open, live, done } = data;
  const version = open ?? live ?? data.versions[0];
  const shown = isShown(data, screen);
  return {
    title: version?.title ?? '記事',
    breadcrumbs: crumbs(version?.title ?? '記事'),
    actions: open?.state !== 'review' && (
      <LinkButton href={`/knowledge/desk/${article.id}/edit`} icon="pencil">
        編集
      </LinkButton>
    ),
    body: (
      <>
        {done && (
          <Notice kind="success" live>
            <p>{doneWords[done]}</p>
          </Notice>
        )}
        <p class="lead">
          {shown && live ? (
            <>
              第{live.number}版を公開しています。<a href={`/knowledge/articles/${article.slug}`}>利用者の画面で見る</a>
            </>
          ) : (
            'いま、利用者には表示されていません。'
          )}
        </p>
        {version && (
          <Section title={`第${version.number}版`}>
            <VersionFacts version={version} />
            <Section title="本文" level={3} card>
              <ArticleBody markdown={version.body} />
            </Section>
          </Section>
        )}
        <Moves data={data} screen={screen} />
        {shown && (
          <Form
            def={withdrawForm}
            state={screen.form(withdrawForm, {}, article.version)}
            action={`/knowledge/desk/${article.id}/withdraw`}
          >
            <Button variant="danger">公開を終える</Button>
          </Form>
        )}
        <FilePanel article={article} files={data.files} screen={screen} />
        <History data={data} />
      </>
    ),
  };
};

/** One version as it was. */
export const versionPage = ({
  kept,
  version,
}: {
  readonly kept: DeskArticle;
  readonly version: ArticleVersion;
}): View => ({
  title: `${version.title}（第${version.number}版）`,
  breadcrumbs: [
    ...crumbs(kept.versions[0]?.title ?? version.title, `/knowledge/desk/${kept.article.id}`),
    { label: `第${version.number}版` },
  ],
  body: (
    <>
      <VersionFacts version={version} />
      <Section title="本文" card>
        <ArticleBody markdown={version.body} />
      </Section>
    </>
  ),
});
