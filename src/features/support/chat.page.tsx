import type { Screen, View } from '../../platform/http/index.ts';
import { Button, FieldRow, Form, LinkButton, Notice, Section } from '../../ui/index.ts';
import { type Article, ArticleBody } from '../knowledge/index.ts';
import { askForm, chooseForm, commentForm, noneForm, voteForm } from './chat.form.ts';
import type { ChatQuestion } from './chat.ts';

const title = 'V-SYSお問合せ';
const breadcrumbs = [{ label: 'ホーム', href: '/' }, { label: title }];

export type AskPage = {
  readonly audience: string;
  /** The question that found nothing, to be worded differently. */
  readonly again: ChatQuestion | null;
};

/** The question in a sentence (MC-1). */
export const askPage = ({ audience, again }: AskPage, screen: Screen): View => {
  const state = screen.form(askForm, {
    audience: again ? (again.audience ?? '') : audience,
    topic: again?.topic ?? '',
    question: again?.question ?? '',
  });
  return {
    title,
    breadcrumbs,
    body: (
      <>
        {again && (
          <Notice kind="info" title="言葉を変えて、もう一度お試しください" live>
            <p>
              別の言い方にしたり、画面やボタンの名前を入れたりすると、見つかることがあります。「カテゴリ」を「すべてのカテゴリ」にするのも有効です。
            </p>
          </Notice>
        )}
        <p>質問に近いFAQを24時間いつでも自動で探し、サービスデスクが用意した回答を表示します。</p>
        <Notice kind="warning">
          <p>個人情報（氏名、電話番号、メールアドレスなど）は入力しないでください。</p>
        </Notice>
        <Form def={askForm} state={state} action="/support/chat" submit="送信" guard={false}>
          <FieldRow def={askForm} state={state} name="audience" />
          <FieldRow def={askForm} state={state} name="topic" />
          <FieldRow def={askForm} state={state} name="question" />
        </Form>
        <Unsolved />
      </>
    ),
  };
};

const Unsolved = () => (
  <p>
    解決しない場合は、<a href="/support/inquiries/new">問い合わせフォーム</a>からお問い合わせください。
  </p>
);

export type OfferPage = { readonly question: ChatQuestion; readonly articles: readonly Article[] };

const Asked = ({ question }: { readonly question: ChatQuestion }) => (
  <Section title="お問い合わせ内容">
    <p class="quote">{question.question}</p>
  </Section>
);

/** The closest questions, or 「この中にはない」 (MC-1). */
export const offerPage = ({ question, articles }: OfferPage, screen: Screen): View => ({
  title,
  breadcrumbs,
  body: (
    <>
      <Asked question={question} />
      {articles.length > 0 ? (
        <Section title="近い質問" lead="お問い合わせ内容と近いものを選んでください。">
          <Form
            def={chooseForm}
            state={screen.form(chooseForm)}
            action={`/support/chat/${question.id}/choose`}
            guard={false}
          >
            <ul class="answers">
              {articles.map((article) => (
                <li key={article.id}>
                  <Button name="article" value={String(article.id)}>
                    {article.title}
                  </Button>
                </li>
              ))}
            </ul>
          </Form>
          <Form def={noneForm} state={screen.form(noneForm)} action={`/support/chat/${question.id}/none`} guard={false}>
            <Button variant="text" icon="back">
              この中にはない
            </Button>
          </Form>
        </Section>
      ) : (
        <Notice kind="info" title="近い質問が見つかりませんでした" live>
          <p>言葉を変えて、もう一度お試しください。</p>
          <p>
            <LinkButton href={`/support/chat?again=${question.id}`}>質問を入力し直す</LinkButton>
          </p>
        </Notice>
      )}
      <Unsolved />
    </>
  ),
});

export type AnswerPage = {
  readonly question: ChatQuestion;
  readonly article: Article;
  /** Other questions were offered too. */
  readonly others: boolean;
  readonly commented: boolean;
};

/** The answer: an article of the desk, as it stands (MC-1). */
export const answerPage = (data: AnswerPage, screen: Screen): View => ({
  title,
  breadcrumbs,
  body: (
    <>
      <Asked question={data.question} />
      <Section title={data.article.title} card>
        <ArticleBody markdown={data.article.body} />
        <p>
          <a href={`/knowledge/articles/${data.article.slug}`}>この記事を「ナレッジ」で見る</a>
        </p>
      </Section>
      <Vote data={data} screen={screen} />
      <p>
        {data.others && <LinkButton href={`/support/chat/${data.question.id}`}>ほかの近い質問を見る</LinkButton>}{' '}
        <LinkButton href="/support/chat">別の質問をする</LinkButton>
      </p>
      <Unsolved />
    </>
  ),
});

const Vote = ({ data: { question, commented }, screen }: { readonly data: AnswerPage; readonly screen: Screen }) => {
  const thanks = (
    <Notice kind="success" live>
      <p>ご回答ありがとうございました。</p>
    </Notice>
  );
  if (question.helpful === true || commented) return thanks;
  if (question.helpful === false) return <Comment question={question} screen={screen} />;
  return (
    <Section title="この回答は役にたちましたか？" lead="任意です。">
      <Form
        def={voteForm}
        state={screen.form(voteForm)}
        action={`/support/chat/${question.id}/vote`}
        guard={false}
        secondary={
          <>
            <Button name="helpful" value="yes" icon="check">
              はい
            </Button>
            <Button name="helpful" value="no" icon="close">
              いいえ
            </Button>
          </>
        }
      >
        {null}
      </Form>
    </Section>
  );
};

const Comment = ({ question, screen }: { readonly question: ChatQuestion; readonly screen: Screen }) => {
  const state = screen.form(commentForm, { comment: question.comment });
  return (
    <Section title="お役に立てず、申し訳ありません">
      <Form def={commentForm} state={state} action={`/support/chat/${question.id}/comment`} submit="送信" guard={false}>
        <FieldRow def={commentForm} state={state} name="comment" />
      </Form>
    </Section>
  );
};
