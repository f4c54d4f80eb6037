import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Button, DataTable, DescriptionList, EmptyState, FieldRow, Form, Pager, Section } from '../../ui/index.ts';
import { type Article, audiences, labelIn, topics } from '../knowledge/index.ts';
import { settleForm, teachForm } from './chat.form.ts';
import type { ChatQuestion } from './chat.ts';
import { DoneNotice } from './inquiry.page.tsx';

const crumbs = [
  { label: 'ホーム', href: '/' },
  { label: 'お問い合わせの管理', href: '/desk/tickets' },
];
const why = ({ offered, noneAt }: ChatQuestion): string =>
  offered.length === 0 ? '候補なし' : noneAt ? 'この中にはない' : '役に立たなかった';
const audience = (question: ChatQuestion): string =>
  question.audience ? labelIn(audiences, question.audience) : 'すべて';

export type MissedListPage = {
  readonly questions: readonly ChatQuestion[];
  readonly more: boolean;
  readonly done: 'taught' | 'settled' | null;
};

/** 「見つからなかった質問」: what the chatbot did not answer. */
export const missedListPage = ({ questions, more, done }: MissedListPage): View => ({
  title: '見つからなかった質問',
  breadcrumbs: [...crumbs, { label: '見つからなかった質問' }],
  wide: true,
  body: (
    <>
      <DoneNotice
        text={
          done
            ? done === 'taught'
              ? '記事に結び付けました。次から、この質問でも見つかります。'
              : '対応済みにしました。'
            : undefined
        }
      />
      <p>
        チャットボットで答えが見つからなかった質問と、役に立たなかったと評価された質問です。個人情報と思われる部分は伏せてあります。
      </p>
      <DataTable
        caption="見つからなかった質問の一覧"
        captionHidden
        stack
        rows={questions}
        rowKey={({ id }) => String(id)}
        rowHref={({ id }) => `/desk/questions/${id}`}
        empty={<EmptyState title="見つからなかった質問はありません。" />}
        columns={[
          { key: 'question', label: '質問' },
          { key: 'why', label: '理由', nowrap: true, cell: why },
          { key: 'audience', label: '対象者', nowrap: true, cell: audience },
          { key: 'at', label: '日時', nowrap: true, cell: ({ askedAt }) => formatInstant(askedAt) },
        ]}
      />
      {more && <Pager nextHref={`/desk/questions?before=${questions.at(-1)?.id}`} />}
    </>
  ),
});

export type MissedPage = {
  readonly question: ChatQuestion;
  readonly offered: readonly Article[];
  readonly articles: readonly Article[];
};

/** One of them: which article answers it, or nothing to be done. */
export const missedPage = ({ question, offered, articles }: MissedPage, screen: Screen): View => {
  const state = screen.form(teachForm);
  return {
    title: `見つからなかった質問 ${question.id}`,
    breadcrumbs: [
      ...crumbs,
      { label: '見つからなかった質問', href: '/desk/questions' },
      { label: String(question.id) },
    ],
    body: (
      <>
        <DescriptionList
          items={[
            { label: '質問', value: question.question },
            { label: '理由', value: why(question) },
            { label: '対象者', value: audience(question) },
            { label: 'カテゴリ', value: question.topic ? labelIn(topics, question.topic) : 'すべて' },
            { label: '日時', value: formatInstant(question.askedAt) },
            { label: '示した候補', value: offered.map(({ title }) => title).join(' ／ ') },
            { label: 'ご意見・ご感想', value: question.comment },
          ]}
        />
        <Section title="答えになる記事があるとき">
          <Form def={teachForm} state={state} action={`/desk/questions/${question.id}/teach`} submit="記事に結び付ける">
            <FieldRow
              def={teachForm}
              state={state}
              name="article"
              options={articles.map(({ id, title }) => ({ value: String(id), label: title }))}
            />
          </Form>
        </Section>
        <Section title="ほかのとき" lead="記事がないときは、「ナレッジ」で新しいFAQを作成してください。">
          <Form
            def={settleForm}
            state={screen.form(settleForm)}
            action={`/desk/questions/${question.id}/settle`}
            guard={false}
          >
            <Button icon="check">対応済みにする</Button>
          </Form>
        </Section>
      </>
    ),
  };
};
