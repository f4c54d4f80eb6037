import type { RawInput } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Columns, FieldRow, Form, LinkButton, Section } from '../../ui/index.ts';
import { articleForm } from './article.form.ts';
import { ArticleBody } from './article.page.tsx';
import type { DeskArticle } from './kept-article.service.ts';
import type { ArticleVersion } from './versions.store.ts';

const inputOf = (version: ArticleVersion): RawInput => ({
  type: version.type,
  title: version.title,
  audiences: version.audiences,
  topic: version.topic,
  body: version.body,
  publishedOn: version.publishedOn ?? '',
  withdrawnOn: version.withdrawnOn ?? '',
  note: version.state === 'published' ? '' : version.note,
});

/** The editor, with what readers will see beside it; without script that is what was saved last. */
export const articleEditPage = (kept: DeskArticle | null, screen: Screen): View => {
  const title = kept ? '記事の編集' : '記事の作成';
  const version = kept?.open ?? kept?.live ?? null;
  const here = kept ? `/knowledge/desk/${kept.article.id}` : '/knowledge/desk';
  const state = screen.form(articleForm, version ? inputOf(version) : { type: 'faq' }, kept?.article.version);
  const def = articleForm;
  return {
    title,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: '記事', href: '/knowledge' },
      { label: '記事の管理', href: '/knowledge/desk' },
      ...(kept && version ? [{ label: version.title, href: here }] : []),
      { label: title },
    ],
    wide: true,
    islands: ['markdown-preview'],
    body: (
      <Columns>
        <Form
          def={def}
          state={state}
          action={kept ? `${here}/edit` : '/knowledge/desk/new'}
          submit="下書きを保存"
          sticky
          secondary={<LinkButton href={here}>キャンセル</LinkButton>}
        >
          <FieldRow def={def} state={state} name="type" />
          <FieldRow def={def} state={state} name="title" />
          <FieldRow def={def} state={state} name="audiences" />
          <FieldRow def={def} state={state} name="topic" />
          <FieldRow def={def} state={state} name="body" data={{ 'data-markdown': '' }} />
          <FieldRow def={def} state={state} name="publishedOn" today={screen.today} />
          <FieldRow def={def} state={state} name="withdrawnOn" today={screen.today} />
          <FieldRow def={def} state={state} name="note" />
        </Form>
        <Section title="プレビュー" lead="利用者にはこのように表示されます。" card>
          <div data-markdown-preview>
            <ArticleBody markdown={version?.body ?? ''} />
          </div>
        </Section>
      </Columns>
    ),
  };
};
