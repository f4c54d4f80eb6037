import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, LinkButton } from '../../ui/index.ts';
import { guessPersonName, type Ticket } from '../support/index.ts';
import { addUserForm } from './desk.form.ts';
import type { DeskOrganisation } from './desk-users.store.ts';

export type AddUserPage = {
  readonly org: DeskOrganisation | null;
  readonly limit: number;
  /** The ユーザ追加申請 that is carried out, as far as it says who (MC-7). */
  readonly wanted: Ticket | null;
};

/** 「ユーザの追加」 (MC-3). */
export const addUserPage = ({ org, limit, wanted }: AddUserPage, screen: Screen): View => {
  const state = screen.form(addUserForm, {
    ...(org && { orgId: String(org.id) }),
    ...(wanted && {
      ...guessPersonName(wanted.personName),
      email: wanted.personEmail,
      phone: wanted.channel === 'form' ? '' : wanted.phone,
      ticket: String(wanted.id),
    }),
  });
  return {
    title: 'ユーザの追加',
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: 'ユーザの管理', href: '/desk/users' },
      { label: 'ユーザの追加' },
    ],
    body: (
      <>
        <p>1つの医療機関・接種会場のユーザは{limit}人までです。ユーザ名は自動で決まり、招待メールで本人に届きます。</p>
        <Form
          def={addUserForm}
          state={state}
          action="/desk/users/new"
          submit="追加する"
          secondary={<LinkButton href="/desk/users">戻る</LinkButton>}
        >
          <FieldRow
            def={addUserForm}
            state={state}
            name="orgId"
            lookupUrl="/desk/lookup/organisations"
            lookupHeading="医療機関・組織"
            lookupText={org?.name}
          />
          <FieldRow def={addUserForm} state={state} name="familyName" />
          <FieldRow def={addUserForm} state={state} name="givenName" />
          <FieldRow def={addUserForm} state={state} name="email" />
          <FieldRow def={addUserForm} state={state} name="phone" />
          <FieldRow def={addUserForm} state={state} name="ticket" />
        </Form>
      </>
    ),
  };
};
