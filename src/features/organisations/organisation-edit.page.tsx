import type { Screen, View } from '../../platform/http/index.ts';
import { DescriptionList, FieldRow, Form, LinkButton } from '../../ui/index.ts';
import { organisationEditForm, organisationForm } from './organisation.form.ts';
import { isOffice, kindNames, type OrganisationRecord, officeCode } from './organisations.ts';

const crumbs = (title: string) => [
  { label: 'ホーム', href: '/' },
  { label: '組織・利用者', href: '/organisations' },
  { label: title },
];

/** 「組織の登録」 (S33). */
export const organisationNewPage = (_data: unknown, screen: Screen): View => {
  const def = organisationForm;
  const state = screen.form(def);
  return {
    title: '組織の登録',
    breadcrumbs: crumbs('組織の登録'),
    body: (
      <Form
        def={def}
        state={state}
        action="/organisations/new"
        submit="保存"
        secondary={<LinkButton href="/organisations">キャンセル</LinkButton>}
      >
        <FieldRow def={def} state={state} name="kind" />
        <FieldRow def={def} state={state} name="code" />
        <FieldRow def={def} state={state} name="name" />
        <FieldRow def={def} state={state} name="phone" />
        <FieldRow def={def} state={state} name="email" />
      </Form>
    ),
  };
};

/** 「組織の編集」. */
export const organisationEditPage = (org: OrganisationRecord, screen: Screen): View => {
  const def = organisationEditForm;
  const texts = { name: org.name, phone: org.phone, email: org.email, active: org.active ? '1' : '0' };
  const state = screen.form(def, texts, org.version);
  return {
    title: `組織の編集 ${org.name}`,
    breadcrumbs: crumbs(org.name),
    body: (
      <Form
        def={def}
        state={state}
        action={`/organisations/${org.id}/edit`}
        submit="保存"
        secondary={<LinkButton href={`/organisations/${org.id}`}>キャンセル</LinkButton>}
      >
        <DescriptionList
          items={[
            { label: '種別', value: kindNames[org.kind], locked: true },
            ...(isOffice(org.kind) ? [{ label: 'コード', value: officeCode(org), locked: true }] : []),
          ]}
        />
        <FieldRow def={def} state={state} name="name" />
        <FieldRow def={def} state={state} name="phone" />
        <FieldRow def={def} state={state} name="email" />
        <FieldRow def={def} state={state} name="active" />
      </Form>
    ),
  };
};
