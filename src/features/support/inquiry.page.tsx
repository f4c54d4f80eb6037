import { formatInstant } from '../../kernel/calendar.ts';
import type { RawInput } from '../../kernel/form.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import { Done, FieldRow, Form, LinkButton, Notice } from '../../ui/index.ts';
import { inquiryForm } from './inquiry.form.ts';
import { neededFor } from './inquiry-faults.ts';
import { type Request, requestDetail, subjectOf } from './inquiry-kinds.ts';
import type { Asker } from './ticket-people.store.ts';
import { receiptNumber, type Ticket } from './tickets.ts';

export type InquiryPage = { readonly asker: Asker; readonly limit: number };

type FactName = (typeof neededFor)[Request][number];
const facts: readonly FactName[] = [
  'personName',
  'personEmail',
  'userName',
  'institutionCode',
  'institutionName',
  'usersNow',
];
const requestsWith = (name: FactName): string =>
  Object.entries(neededFor)
    .filter(([, needed]) => needed.includes(name))
    .map(([request]) => request)
    .join(' ');
/** The institution's own are registered, not typed. */
const isOwn = (name: FactName): boolean => name === 'institutionCode' || name === 'institutionName';

const known = ({ phone, institutionCode, institutionName, usersNow }: Asker): RawInput => ({
  phone,
  institutionCode,
  institutionName,
  usersNow: String(usersNow),
});

/** 「お問い合わせ作成」 (MC-2, MC-7). Fields that the 依頼事項 does not need are put away by the island. */
export const inquiryPage = ({ asker, limit }: InquiryPage, screen: Screen): View => {
  const state = screen.form(inquiryForm, known(asker));
  return {
    title: 'お問い合わせ作成',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'お問い合わせ作成' }],
    actions: <LinkButton href="/support/inquiries">お問い合わせの状況</LinkButton>,
    islands: ['inquiry'],
    body: (
      <>
        <p>
          サービスデスクから、メール（{asker.email}）または電話で回答します。お急ぎのときは、先に
          <a href="/support/chat">チャットボット</a>をお試しください。
        </p>
        <Form def={inquiryForm} state={state} action="/support/inquiries/new" submit="送信">
          <FieldRow def={inquiryForm} state={state} name="phone" />
          <FieldRow def={inquiryForm} state={state} name="category" data={{ 'data-category': '' }} />
          <FieldRow def={inquiryForm} state={state} name="detail" data={{ 'data-detail': requestDetail }} />
          <div data-request-part>
            <FieldRow
              def={inquiryForm}
              state={state}
              name="request"
              data={{ 'data-request': '' }}
              meta={{
                hint: `「ログイン／パスワードリセットについて」で申請するときに選択してください。1つの医療機関・接種会場のユーザは${limit}人までです。`,
              }}
            />
            {facts.map((name) => (
              <div data-needed-for={requestsWith(name)} key={name}>
                <FieldRow def={inquiryForm} state={state} name={name} readOnly={isOwn(name)} />
              </div>
            ))}
          </div>
          <FieldRow
            def={inquiryForm}
            state={state}
            name="body"
            meta={{ hint: '申請のときは、補足がある場合だけ入力してください。パスワードは書かないでください。' }}
          />
        </Form>
      </>
    ),
  };
};

/** Received: the receipt number and what comes next. */
export const inquiryDonePage = (ticket: Ticket): View => ({
  title: 'お問い合わせを受け付けました',
  body: (
    <Done
      message="お問い合わせを受け付けました。"
      items={[
        { label: '受付番号', value: receiptNumber(ticket) },
        { label: '受付日時', value: formatInstant(ticket.createdAt) },
        { label: 'お問い合わせ内容', value: subjectOf(ticket) },
      ]}
      links={[
        { href: '/', label: 'ホームへ戻る' },
        { href: `/support/inquiries/${ticket.id}`, label: 'お問い合わせの状況を見る' },
      ]}
    >
      <p>受け付けた旨のメールを {ticket.email} に送信しました。サービスデスクからの回答をお待ちください。</p>
    </Done>
  ),
});

/** Said where a form of the desk has been dealt with. */
export const DoneNotice = ({ text }: { readonly text: string | undefined }) =>
  text ? (
    <Notice kind="success" live>
      <p>{text}</p>
    </Notice>
  ) : null;
