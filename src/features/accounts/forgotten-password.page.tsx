import type { View } from '../../platform/http/index.ts';
import { Section } from '../../ui/index.ts';
import { DeskContactList, NeededForReset } from './desk-contact.page.tsx';
import type { DeskContact } from './users.store.ts';

/** 「パスワードをお忘れですか？」: how to get help today. */
export const forgottenPasswordPage = (contact: DeskContact | null): View => ({
  title: 'パスワードをお忘れですか？',
  body: (
    <>
      <p>
        パスワードは、V-SYSサービスデスクが初期化します。この画面からは再設定できません。次の内容をサービスデスクに連絡してください。
      </p>
      <Section title="連絡する内容">
        <NeededForReset request="パスワード初期化申請" />
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
