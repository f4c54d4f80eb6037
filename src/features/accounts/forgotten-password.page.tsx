import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, Notice, Section } from '../../ui/index.ts';
import { DeskContactList, NeededForReset } from './desk-contact.page.tsx';
import { onlyFieldErrors } from './form-words.ts';
import { forgottenForm } from './login.form.ts';
import { answerForm } from './password.form.ts';
import { securityQuestions } from './security-questions.ts';
import type { DeskContact } from './users.store.ts';

type Contact = { readonly contact: DeskContact | null };

/** 「パスワードをお忘れですか？」: the user name (MH-2). */
export const forgottenPasswordPage = (_data: unknown, screen: Screen): View => {
  const state = onlyFieldErrors(screen.form(forgottenForm));
  return {
    title: 'パスワードをお忘れですか？',
    body: (
      <>
        <p>
          ユーザ名を入力してください。パスワードを再設定するためのメールを、登録されているメールアドレスに送信します。
        </p>
        <Form def={forgottenForm} state={state} action="/forgotten-password" submit="次へ" guard={false}>
          <FieldRow def={forgottenForm} state={state} name="userName" />
        </Form>
        <p>ユーザ名が分からないときは、はじめてログインするときに届いたメールを確認してください。</p>
        <p>
          <a href="/forgotten-password/help">お問合せ先（回答も忘れたとき、メールが届かないとき）</a>
        </p>
        <p>
          <a href="/login">ログインへ戻る</a>
        </p>
      </>
    ),
  };
};

/** 「メールの確認」, the same for a name that nobody has (MH-2). */
export const resetSentPage = (): View => ({
  title: 'メールの確認',
  body: (
    <>
      <Notice kind="info">
        <p>
          入力したユーザ名が登録されている場合は、パスワードを再設定するためのメールを送信しました。メールに書かれたURLを、24時間以内に開いてください。
        </p>
      </Notice>
      <p>
        メールが届かないときは、迷惑メールのフォルダーと、入力したユーザ名を確認してください。それでも届かないときは、
        <a href="/forgotten-password/help">V-SYSサービスデスク</a>に連絡してください。
      </p>
      <p>
        <a href="/login">ログインへ戻る</a>
      </p>
    </>
  ),
});

export type AnswerPage = Contact & { readonly token: string; readonly question: string | null };

/** 「セキュリティの質問への回答」 (MH-2). */
export const answerPage = (page: AnswerPage, screen: Screen): View => ({
  title: 'セキュリティの質問への回答',
  body: page.question === null ? <Gone contact={page.contact} /> : <Answer page={page} screen={screen} />,
});

const Answer = ({ page, screen }: { readonly page: AnswerPage; readonly screen: Screen }) => {
  const state = onlyFieldErrors(screen.form(answerForm, { token: page.token }));
  const action = `/reset-password?token=${encodeURIComponent(page.token)}`;
  const asked = securityQuestions.find(({ value }) => value === page.question)?.label ?? '';
  return (
    <>
      <p>パスワードを設定したときに選んだ質問に回答してください。</p>
      <p>
        <strong>{asked}</strong>
      </p>
      <Form def={answerForm} state={state} action={action} submit="次へ" guard={false}>
        <FieldRow def={answerForm} state={state} name="token" />
        <FieldRow def={answerForm} state={state} name="answer" />
      </Form>
      <p>
        <a href="/forgotten-password/help">回答を忘れたとき</a>
      </p>
    </>
  );
};

const Gone = ({ contact }: Contact) => (
  <>
    <Notice kind="error">
      <p>このURLは使えません。24時間の期限が過ぎたか、すでに使われたか、回答を続けて間違えています。</p>
    </Notice>
    <p>
      もう一度<a href="/forgotten-password">パスワードの再設定</a>をしてください。
    </p>
    <Section title="回答も忘れたとき">
      <DeskContactList contact={contact} />
    </Section>
  </>
);

/** Who cannot reset the password alone. */
export const resetHelpPage = ({ contact }: Contact): View => ({
  title: 'ログインできないとき',
  body: (
    <>
      <p>
        セキュリティの質問の回答も忘れたとき、一度もログインしていないときは、V-SYSサービスデスクがパスワードを初期化します。次の内容を連絡してください。
      </p>
      <Section title="連絡する内容">
        <NeededForReset request="パスワード初期化（秘密の質問忘れ）申請、または パスワード初期化（ログイン未）申請" />
      </Section>
      <Section title="V-SYSサービスデスク">
        <DeskContactList contact={contact} />
      </Section>
      <p>パスワードを10回間違えたときは、60分たつと、もう一度ログインできます。</p>
      <p>
        <a href="/login">ログインへ戻る</a>
      </p>
    </>
  ),
});
