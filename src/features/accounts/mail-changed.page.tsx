import type { View } from '../../platform/http/index.ts';
import { Button, Notice } from '../../ui/index.ts';

/** 「メールが変更されました」 (MH-3, MH-4). */
export const mailChangedPage = ({ email }: { readonly email: string }): View => ({
  title: 'メールが変更されました',
  body: (
    <>
      <Notice kind="success">
        <p>今後、V-SYSからのお知らせと確認コードは {email} に届きます。</p>
      </Notice>
      <p>
        変更前の利用者のログイン、確認コードを省略できるブラウザ、パスキー、認証アプリの設定は、すべて無効になりました。
      </p>
      <p>利用者が変わったときは、「私の設定」の「私のパスワード変更」で、パスワードを変更してください。</p>
      <form method="get" action="/" class="post-button">
        <Button variant="primary">次へ</Button>
      </form>
    </>
  ),
});
