import { formatInstant } from '../../kernel/calendar.ts';
import type { RawInput } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Button, DescriptionList, FieldRow, Form, Notice, Section, StateLabel } from '../../ui/index.ts';
import { type AccountEvent, AccountEvents } from '../accounts/index.ts';
import { reinviteForm, removeUserForm, resetForm, unlockUserForm } from './desk.form.ts';
import { type DeskUser, fullName, mayManage, stateOf } from './desk-users.ts';
import { UserStateLabel } from './user-list.page.tsx';

export const doneWords = {
  invited: 'ユーザを追加し、招待メールを送信しました。',
  unlocked: 'ロックを解除しました。',
  reinvited: '招待メールを送り直しました。前のURLは使えません。',
  reset: 'パスワードを初期化するためのメールを送信しました。',
  removed: 'ユーザを削除しました。',
} as const;

export type UserPage = {
  readonly user: DeskUser;
  readonly events: readonly AccountEvent[];
  readonly done: keyof typeof doneWords | null;
  /** The お問い合わせ for which it is done (MC-7). */
  readonly ticket: number | null;
};

type Props = { readonly user: DeskUser; readonly screen: Screen };
type ActProps = Props & { readonly ticket: number | null };
const forTicket = (ticket: number | null): RawInput => ({ ticket: ticket === null ? '' : String(ticket) });

/** One user, and what the desk can do. */
export const userPage = ({ user, events, done, ticket }: UserPage, screen: Screen): View => ({
  title: `ユーザ ${fullName(user)}`,
  breadcrumbs: [
    { label: 'ホーム', href: '/' },
    { label: 'ユーザの管理', href: '/desk/users' },
    { label: fullName(user) },
  ],
  body: (
    <>
      {done && (
        <Notice kind="success" live>
          <p>{doneWords[done]}</p>
        </Notice>
      )}
      {user.undeliverable && (
        <Notice kind="error" title="メールが届いていません">
          <p>{user.email} 宛ての最後のメールは届きませんでした。</p>
        </Notice>
      )}
      <Facts user={user} screen={screen} />
      {!user.disabledAt && <Actions user={user} screen={screen} ticket={ticket} />}
      <Section title="アカウントの記録">
        <AccountEvents events={events} caption="アカウントの記録" />
      </Section>
    </>
  ),
});

const Facts = ({ user, screen }: Props) => (
  <DescriptionList
    items={[
      { label: '状態', value: <UserStateLabel state={stateOf(user, screen.now)} /> },
      { label: 'ユーザ名', value: user.userName },
      { label: '氏名', value: fullName(user) },
      { label: '医療機関・組織', value: user.orgName },
      { label: '医療機関コード', value: user.orgCode },
      { label: 'メールアドレス', value: user.email },
      { label: '電話番号', value: user.phone },
      { label: 'はじめてのログイン', value: user.firstLoginAt && formatInstant(user.firstLoginAt) },
      ...(user.lockedUntil && screen.now < user.lockedUntil
        ? [{ label: 'ロックの期限', value: formatInstant(user.lockedUntil) }]
        : []),
    ]}
  />
);

const Actions = ({ user, screen, ticket }: ActProps) => (
  <>
    {stateOf(user, screen.now) === 'locked' && <Unlock user={user} screen={screen} ticket={ticket} />}
    {!mayManage(user) && <p>国のユーザの追加・削除・初期化は、国の担当者が行います。</p>}
    {mayManage(user) &&
      (user.firstLoginAt ? (
        <Reset user={user} screen={screen} ticket={ticket} />
      ) : (
        <Reinvite user={user} screen={screen} ticket={ticket} />
      ))}
    {mayManage(user) && <Remove user={user} screen={screen} ticket={ticket} />}
  </>
);

const Unlock = ({ user, screen, ticket }: ActProps) => {
  const state = screen.form(unlockUserForm, forTicket(ticket), user.version);
  return (
    <Section title="ロックの解除">
      <p>
        パスワードを10回間違えたため、ロックされています。<StateLabel tone="warning">ロック中</StateLabel>
      </p>
      <Form def={unlockUserForm} state={state} action={`/desk/users/${user.id}/unlock`} guard={false}>
        <FieldRow def={unlockUserForm} state={state} name="ticket" />
        <Button icon="lock">ロックを解除する</Button>
      </Form>
    </Section>
  );
};

const Reinvite = ({ user, screen, ticket }: ActProps) => {
  const state = screen.form(reinviteForm, { email: user.email, ...forTicket(ticket) }, user.version);
  return (
    <Section
      title="パスワード初期化（ログイン未）"
      lead="一度もログインしていないユーザに、新しいURL（24時間有効）を送信します。"
    >
      <Form
        def={reinviteForm}
        state={state}
        action={`/desk/users/${user.id}/reinvite`}
        secondary={<Button icon="mail">招待メールを送り直す</Button>}
        guard={false}
      >
        <FieldRow def={reinviteForm} state={state} name="email" />
        <FieldRow def={reinviteForm} state={state} name="ticket" />
      </Form>
    </Section>
  );
};

const Reset = ({ user, screen, ticket }: ActProps) => {
  const state = screen.form(resetForm, forTicket(ticket), user.version);
  return (
    <Section
      title="パスワード初期化（秘密の質問忘れ）"
      lead="セキュリティの質問の回答も忘れたユーザに、設定し直すためのURL（24時間有効）を送信します。本人からの申請であることを確認してください。"
    >
      <Form def={resetForm} state={state} action={`/desk/users/${user.id}/reset`} guard={false}>
        <FieldRow def={resetForm} state={state} name="ticket" />
        <Button icon="mail">パスワードを初期化する</Button>
      </Form>
    </Section>
  );
};

const Remove = ({ user, screen, ticket }: ActProps) => {
  const state = screen.form(removeUserForm, forTicket(ticket), user.version);
  return (
    <Section title="ユーザ削除">
      <Form def={removeUserForm} state={state} action={`/desk/users/${user.id}/remove`} guard={false}>
        <FieldRow def={removeUserForm} state={state} name="ticket" />
        <Button variant="danger">ユーザを削除する</Button>
      </Form>
    </Section>
  );
};
