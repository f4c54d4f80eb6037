import { DataTable } from '../../ui/index.ts';
import { demoAccounts, demoNewcomer, demoPassword } from './demo-accounts.ts';

/** Who can be tried out, on the login page of the demo. */
export const DemoAccounts = () => (
  <>
    <p>
      パスワードはすべて <code>{demoPassword}</code> です。確認コードは<a href="/demo/mailbox">デモ用メールボックス</a>
      に届きます。
    </p>
    <DataTable
      caption="デモ用アカウントの一覧"
      captionHidden
      columns={[
        { key: 'userName', label: 'ユーザ名', nowrap: true },
        { key: 'role', label: '役割' },
        { key: 'name', label: '名称' },
      ]}
      rows={demoAccounts}
      stack
    />
    <p>
      <code>{demoNewcomer}</code>{' '}
      は、招待されてまだ一度もログインしていないユーザです。デモ用メールボックスに届いているメールのURLから始めます。
    </p>
  </>
);
