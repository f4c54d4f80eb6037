import type { Screen, View } from '../../platform/http/index.ts';
import { FieldRow, Form, LinkButton } from '../../ui/index.ts';
import { enterForm } from './inquiry.form.ts';

const fields = [
  'channel',
  'request',
  'personEmail',
  'personName',
  'phone',
  'userName',
  'institutionCode',
  'institutionName',
  'usersNow',
  'body',
] as const;

/** 「メール・電話の受付」 (MC-7). */
export const enterTicketPage = (_: undefined, screen: Screen): View => {
  const state = screen.form(enterForm, { channel: 'mail' });
  return {
    title: 'メール・電話の受付',
    breadcrumbs: [
      { label: 'ホーム', href: '/' },
      { label: 'お問い合わせの管理', href: '/desk/tickets' },
      { label: 'メール・電話の受付' },
    ],
    body: (
      <>
        <p>
          ログインできない方からのメールや電話を登録します。書かれていない項目は、空欄のままにしてください。受付の連絡がメールで送られます。
        </p>
        <Form
          def={enterForm}
          state={state}
          action="/desk/tickets/new"
          submit="受け付ける"
          secondary={<LinkButton href="/desk/tickets">戻る</LinkButton>}
        >
          {fields.map((name) => (
            <FieldRow def={enterForm} state={state} name={name} key={name} />
          ))}
        </Form>
      </>
    ),
  };
};
