import { formatInstant } from '../../kernel/calendar.ts';
import type { FormDef } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { DescriptionList, Form, Notice, Section } from '../../ui/index.ts';
import { userDisableForm, userEnableForm, userReinviteForm } from './organisation.form.ts';
import { UserStateLabel } from './organisation.page.tsx';
import { fullName, type OrganisationUser } from './organisation-users.ts';
import type { OrganisationRecord } from './organisations.ts';

export type UserSaved = 'disabled' | 'enabled' | 'invited';
export type UserPageData = {
  readonly org: OrganisationRecord;
  readonly user: OrganisationUser;
  readonly saved: UserSaved | undefined;
};

const savedWords: Record<UserSaved, string> = {
  disabled: '利用を停止しました。',
  enabled: '利用を再開しました。',
  invited: '招待のメールを送り直しました。前のURLは使えなくなりました。',
};

type ActProps = {
  readonly data: UserPageData;
  readonly screen: Screen;
  readonly def: FormDef;
  readonly verb: string;
  readonly label: string;
};

const Act = ({ data, screen, def, verb, label }: ActProps) => (
  <Form
    def={def}
    state={screen.form(def, {}, data.user.version)}
    action={`/organisations/${data.org.id}/users/${data.user.id}/${verb}`}
    submit={label}
    guard={false}
  >
    {null}
  </Form>
);

/** 「利用者 [氏名]」. */
export const userPage = (data: UserPageData, screen: Screen): View => {
  const { org, user, saved } = data;
  const waiting = user.firstLoginAt === null && user.disabledAt === null && org.active;
  const self = screen.actor?.userId === user.id;
  return {
    title: `利用者 ${fullName(user)}`,
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: '組織・利用者', href: '/organisations' },
      { label: org.name, href: `/organisations/${org.id}` },
      { label: fullName(user) },
    ],
    body: (
      <>
        {saved && <Notice kind="success" title={savedWords[saved]} live />}
        <Section title="利用者の情報">
          <DescriptionList
            items={[
              { label: '組織', value: org.name },
              { label: 'ユーザ名', value: user.userName },
              { label: 'メールアドレス', value: user.email },
              { label: '状態', value: <UserStateLabel user={user} now={screen.now} /> },
              {
                label: '招待の期限',
                value: user.firstLoginAt === null && user.invitedUntil && formatInstant(user.invitedUntil),
              },
              { label: 'はじめてのログイン', value: user.firstLoginAt && formatInstant(user.firstLoginAt) },
              { label: '利用停止', value: user.disabledAt && formatInstant(user.disabledAt) },
            ]}
          />
        </Section>
        {waiting && (
          <Section title="招待" lead="URLの期限が切れたとき、メールが届かなかったときに送り直します。">
            <Act data={data} screen={screen} def={userReinviteForm} verb="reinvite" label="招待メールを送り直す" />
          </Section>
        )}
        {!self && (
          <Section title="利用の停止">
            {user.disabledAt === null ? (
              <Act data={data} screen={screen} def={userDisableForm} verb="disable" label="利用を停止する" />
            ) : (
              <Act data={data} screen={screen} def={userEnableForm} verb="enable" label="利用を再開する" />
            )}
          </Section>
        )}
      </>
    ),
  };
};
