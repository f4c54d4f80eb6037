import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  Columns,
  DataTable,
  DescriptionList,
  EmptyState,
  FieldRow,
  Form,
  LinkButton,
  Notice,
  Section,
  StateLabel,
  type Tone,
} from '../../ui/index.ts';
import { prefectureByCode } from '../areas/index.ts';
import { inviteForm } from './organisation.form.ts';
import { fullName, type OrganisationUser, type UserState, userState, userStateNames } from './organisation-users.ts';
import { isOffice, kindNames, type OrganisationRecord, officeCode } from './organisations.ts';

export type OrganisationPageData = {
  readonly org: OrganisationRecord;
  readonly users: readonly OrganisationUser[];
  readonly saved: boolean;
  readonly invited: OrganisationUser | null;
};

const tones: Record<UserState, Tone> = {
  disabled: 'warning',
  locked: 'error',
  active: 'success',
  invited: 'info',
  expired: 'warning',
};

/** Where a user stands, as a word with an icon. */
export const UserStateLabel = ({ user, now }: { readonly user: OrganisationUser; readonly now: Date }) => {
  const state = userState(user, now);
  return <StateLabel tone={tones[state]}>{userStateNames[state]}</StateLabel>;
};

const Users = ({ data, screen }: { readonly data: OrganisationPageData; readonly screen: Screen }) => (
  <Section title="利用者">
    <DataTable
      caption="利用者"
      captionHidden
      stack
      columns={[
        { key: 'name', label: '氏名', cell: fullName },
        { key: 'userName', label: 'ユーザ名', nowrap: true },
        { key: 'email', label: 'メールアドレス' },
        { key: 'state', label: '状態', nowrap: true, cell: (row) => <UserStateLabel user={row} now={screen.now} /> },
        {
          key: 'first',
          label: 'はじめてのログイン',
          nowrap: true,
          cell: (row) => (row.firstLoginAt ? formatInstant(row.firstLoginAt) : '—'),
        },
      ]}
      rows={data.users}
      rowKey={(row) => String(row.id)}
      rowHref={(row) => `/organisations/${data.org.id}/users/${row.id}`}
      empty={
        <EmptyState title="利用者はまだいません。">
          <p>下の「利用者を招待する」から招待してください。</p>
        </EmptyState>
      }
    />
  </Section>
);

const Invite = ({ org, screen }: { readonly org: OrganisationRecord; readonly screen: Screen }) => {
  const state = screen.form(inviteForm);
  return (
    <Section title="利用者を招待する">
      <Form def={inviteForm} state={state} action={`/organisations/${org.id}/users`} submit="招待する">
        <Columns>
          <FieldRow def={inviteForm} state={state} name="familyName" />
          <FieldRow def={inviteForm} state={state} name="givenName" />
        </Columns>
        <FieldRow def={inviteForm} state={state} name="email" />
      </Form>
    </Section>
  );
};

const facts = (org: OrganisationRecord) => [
  { label: '種別', value: kindNames[org.kind] },
  ...(isOffice(org.kind) ? [{ label: 'コード', value: officeCode(org) }] : []),
  ...(org.prefectureCode ? [{ label: '都道府県', value: prefectureByCode(org.prefectureCode)?.name }] : []),
  { label: '電話番号', value: org.phone },
  { label: '代表メールアドレス', value: org.email },
  { label: '利用状況', value: org.active ? '利用中' : '停止中' },
];

/** 「組織 [名称]」 (S33): what it is and who uses it. */
export const organisationPage = (data: OrganisationPageData, screen: Screen): View => ({
  title: `組織 ${data.org.name}`,
  breadcrumbs: [
    { label: 'ホーム', href: '/' },
    { label: '組織・利用者', href: '/organisations' },
    { label: data.org.name },
  ],
  actions: (
    <LinkButton href={`/organisations/${data.org.id}/edit`} icon="pencil">
      編集
    </LinkButton>
  ),
  body: (
    <>
      {data.saved && <Notice kind="success" title="組織を保存しました。" live />}
      {data.invited && (
        <Notice kind="success" title="招待のメールを送りました。" live>
          <p>
            {fullName(data.invited)}さん（{data.invited.email}）のユーザ名は {data.invited.userName} です。
          </p>
        </Notice>
      )}
      {!data.org.active && (
        <Notice kind="warning" title="この組織は停止中です。">
          <p>利用者はログインできません。「編集」で利用中に戻せます。</p>
        </Notice>
      )}
      <Section title="組織の情報">
        <DescriptionList items={facts(data.org)} />
      </Section>
      <Users data={data} screen={screen} />
      {data.org.active && <Invite org={data.org} screen={screen} />}
    </>
  ),
});
