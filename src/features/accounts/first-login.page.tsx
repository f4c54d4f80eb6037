import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, Notice, Section } from '../../ui/index.ts';
import { firstCodeForm, resendFirstCodeForm } from './code.form.ts';
import { ResendCode, SentAgain } from './code-fields.page.tsx';
import { DeskContactList, NeededForReset } from './desk-contact.page.tsx';
import { onlyFieldErrors } from './form-words.ts';
import type { OpenedInvitation } from './open-invitation.service.ts';
import type { DeskContact } from './users.store.ts';

export type FirstLoginPage = {
  readonly opened: OpenedInvitation;
  readonly token: string;
  readonly sent: boolean;
  readonly contact: DeskContact | null;
};

const title = 'ログインユーザ初期設定';

/** 「ログインユーザ初期設定」 (M1.2-2, M1.2-3). */
export const firstLoginPage = (page: FirstLoginPage, screen: Screen): View => ({
  title,
  body: page.opened === 'gone' ? <Gone contact={page.contact} /> : <EnterCode page={page} screen={screen} />,
});

const EnterCode = ({ page, screen }: { readonly page: FirstLoginPage; readonly screen: Screen }) => {
  const { token, sent, opened } = page;
  const state = onlyFieldErrors(screen.form(firstCodeForm));
  // The address keeps the token for the page that comes back, and tells it that it was not opened anew.
  const query = `?token=${encodeURIComponent(token)}&again=1`;
  return (
    <>
      {sent && opened !== 'limit' && <SentAgain />}
      {opened === 'limit' ? (
        <Notice kind="warning">
          <p>確認コードを続けて何度も送信しています。最後に届いた確認コードを入力するか、1時間ほど待ってください。</p>
        </Notice>
      ) : (
        <p>登録されているメールアドレスに確認コードを送信しました。10分以内に入力してください。</p>
      )}
      <Form def={firstCodeForm} state={state} action={`/first-login${query}`} submit="検証" guard={false}>
        <input type="hidden" name="token" value={token} />
        <FieldRow def={firstCodeForm} state={state} name="code" />
      </Form>
      <ResendCode def={resendFirstCodeForm} screen={screen} action={`/first-login/resend${query}`} values={{ token }} />
    </>
  );
};

/** M1.2-1: used, too old or never valid; how to ask for another. */
const Gone = ({ contact }: { readonly contact: DeskContact | null }) => (
  <>
    <Notice kind="error">
      <p>このURLは使えません。24時間の期限が過ぎたか、すでに使われています。</p>
    </Notice>
    <p>
      パスワードをすでに設定した方は、<a href="/login">ログイン</a>
      してください。まだ設定していない方は、新しいURLをお送りしますので、V-SYSサービスデスクに連絡してください。
    </p>
    <Section title="連絡する内容">
      <NeededForReset request="パスワード初期化（ログイン未）申請" />
    </Section>
    <Section title="V-SYSサービスデスク">
      <DeskContactList contact={contact} />
    </Section>
  </>
);
