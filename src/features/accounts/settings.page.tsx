import { formatInstant } from '../../kernel/calendar.ts';
import type { Crumb, Screen, View } from '../../platform/http/index.ts';
import { Columns, DescriptionList, FieldRow, Form, MenuButtons, Notice, PostButton, Section } from '../../ui/index.ts';
import { AccountEvents } from './events.page.tsx';
import type { AccountEvent } from './events.store.ts';
import type { MailChange } from './mail-changes.ts';
import { passwordValidUntil } from './password-age.ts';
import { personalForm } from './settings.form.ts';
import type { Account } from './users.store.ts';

const home: Crumb = { label: 'ホーム', href: '/' };
const settings: Crumb = { label: '私の設定', href: '/settings' };
/** The way to a page under 「私の設定」. */
export const settingsCrumbs = (...rest: readonly Crumb[]): readonly Crumb[] => [home, settings, ...rest];

export type SettingsPage = { readonly account: Account; readonly changed: boolean };

/** 「私の設定」: the menu at the left (MH-1, MH-3), at the right what is registered. */
export const settingsPage = ({ account, changed }: SettingsPage, screen: Screen): View => ({
  title: '私の設定',
  breadcrumbs: [home, { label: '私の設定' }],
  body: (
    <>
      {changed && (
        <Notice kind="success" live>
          <p>パスワードを変更しました。次回からは、新しいパスワードでログインしてください。</p>
        </Notice>
      )}
      <Columns ratio="side-main">
        <nav aria-label="私の設定">
          <MenuButtons
            name="settings"
            items={[
              { href: '/settings/personal', label: '個人用', icon: 'user' },
              { href: '/settings/password', label: '私のパスワード変更', icon: 'lock' },
              { href: '/settings/security', label: 'パスキーと認証アプリ', icon: 'check' },
              { href: '/settings/devices', label: 'ログイン中の端末', icon: 'phone' },
              { href: '/settings/events', label: 'ログインと設定の記録', icon: 'clock' },
              ...(screen.may('api-key.manage')
                ? [{ href: '/settings/api-keys', label: 'APIキー', icon: 'lock' as const }]
                : []),
            ]}
          />
        </nav>
        <Section title="登録されている内容">
          <DescriptionList
            items={[
              { label: 'ユーザ名', value: account.userName },
              { label: '氏名', value: `${account.familyName}　${account.givenName}` },
              { label: '所属', value: account.orgName },
              { label: 'メール', value: account.email },
              { label: '電話番号', value: account.phone },
              {
                label: 'パスワードの有効期限',
                value: account.passwordChangedAt && formatInstant(passwordValidUntil(account.passwordChangedAt)),
              },
            ]}
          />
        </Section>
      </Columns>
    </>
  ),
});

/** 「個人用」 (MH-3). */
export const personalMenuPage = (): View => ({
  title: '個人用',
  breadcrumbs: settingsCrumbs({ label: '個人用' }),
  body: (
    <MenuButtons
      name="settings"
      items={[
        {
          href: '/settings/personal/information',
          label: '個人情報',
          icon: 'user',
          state: 'メールアドレスと電話番号の確認と変更',
        },
      ]}
    />
  ),
});

export type PersonalPage = {
  readonly account: Account;
  readonly change: MailChange | null;
  readonly saved: boolean;
  readonly takenBack: boolean;
};

/** 「個人情報」 (MH-3). */
export const personalPage = ({ account, change, saved, takenBack }: PersonalPage, screen: Screen): View => {
  const state = screen.form(personalForm, { email: account.email, phone: account.phone });
  return {
    title: '個人情報',
    breadcrumbs: settingsCrumbs({ label: '個人用', href: '/settings/personal' }, { label: '個人情報' }),
    body: (
      <>
        {saved && (
          <Notice kind="success" live>
            <p>設定が正常に保存されました。</p>
          </Notice>
        )}
        {takenBack && (
          <Notice kind="success" live>
            <p>メールアドレスの変更を取り消しました。</p>
          </Notice>
        )}
        {change && <OpenChange change={change} />}
        <DescriptionList
          items={[
            { label: 'ユーザ名', value: account.userName, locked: true },
            { label: '氏名', value: `${account.familyName}　${account.givenName}`, locked: true },
            { label: '所属', value: account.orgName, locked: true },
          ]}
        />
        <Form def={personalForm} state={state} action="/settings/personal/information" submit="保存">
          <FieldRow def={personalForm} state={state} name="email" />
          <FieldRow def={personalForm} state={state} name="phone" />
        </Form>
        <p>
          <a href="/help/person-change">人事異動等で使用する人が変わるとき</a>
        </p>
      </>
    ),
  };
};

const OpenChange = ({ change }: { readonly change: MailChange }) => (
  <Notice kind="info" title="メールアドレスの変更は、まだ完了していません">
    <p>
      {change.newEmail} に届いたメールのURLを、{formatInstant(change.expiresAt)}
      までに開いてください。その前に、右上の名前を押してログアウトしてください。
    </p>
    <PostButton action="/settings/personal/information/take-back" size="small">
      変更を取り消す
    </PostButton>
  </Notice>
);

/** 「ログインと設定の記録」. */
export const eventsPage = ({ events }: { readonly events: readonly AccountEvent[] }): View => ({
  title: 'ログインと設定の記録',
  breadcrumbs: settingsCrumbs({ label: 'ログインと設定の記録' }),
  wide: true,
  body: (
    <>
      <p>ご自身のアカウントの最近の記録です。お心当たりのない記録があるときは、パスワードを変更してください。</p>
      <AccountEvents events={events} caption="ログインと設定の記録" />
    </>
  ),
});
