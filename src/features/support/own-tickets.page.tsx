import { formatInstant } from '../../kernel/calendar.ts';
import type { Screen, View } from '../../platform/http/index.ts';
import {
  DataTable,
  DescriptionList,
  EmptyState,
  FieldRow,
  Form,
  LinkButton,
  Section,
  StateLabel,
} from '../../ui/index.ts';
import { DoneNotice } from './inquiry.page.tsx';
import { categoryName, subjectOf } from './inquiry-kinds.ts';
import { Thread } from './thread.page.tsx';
import { messageForm } from './ticket.form.ts';
import { stateNames, stateTones } from './tickets.states.ts';
import { receiptNumber, type Ticket, type TicketEntry } from './tickets.ts';

const list = { label: 'お問い合わせの状況', href: '/support/inquiries' };
export const TicketStateLabel = ({ ticket: { state } }: { readonly ticket: Ticket }) => (
  <StateLabel tone={stateTones[state]}>{stateNames[state]}</StateLabel>
);

/** 「お問い合わせの状況」: the own inquiries. */
export const ownTicketsPage = ({ tickets }: { readonly tickets: readonly Ticket[] }): View => ({
  title: 'お問い合わせの状況',
  breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: list.label }],
  actions: (
    <LinkButton href="/support/inquiries/new" variant="primary" icon="plus">
      お問い合わせ作成
    </LinkButton>
  ),
  body: (
    <DataTable
      caption="お問い合わせの一覧"
      captionHidden
      stack
      rows={tickets}
      rowKey={({ id }) => String(id)}
      rowHref={({ id }) => `/support/inquiries/${id}`}
      empty={
        <EmptyState title="お問い合わせはまだありません。">
          <p>「ナレッジ」のFAQやチャットボットで解決しないときに、「お問い合わせ作成」からお問い合わせください。</p>
        </EmptyState>
      }
      columns={[
        { key: 'number', label: '受付番号', nowrap: true, cell: receiptNumber },
        { key: 'at', label: '受付日時', nowrap: true, cell: ({ createdAt }) => formatInstant(createdAt) },
        { key: 'subject', label: 'お問い合わせ内容', cell: subjectOf },
        { key: 'state', label: '状態', nowrap: true, cell: (ticket) => <TicketStateLabel ticket={ticket} /> },
      ]}
    />
  ),
});

export type OwnTicketPage = {
  readonly ticket: Ticket;
  readonly entries: readonly TicketEntry[];
  readonly added: boolean;
};

/** One own inquiry: its state, what the desk answered, and room for more. */
export const ownTicketPage = ({ ticket, entries, added }: OwnTicketPage, screen: Screen): View => {
  const state = screen.form(messageForm, {}, ticket.version);
  return {
    title: `お問い合わせ ${receiptNumber(ticket)}`,
    breadcrumbs: [{ label: 'ホーム', href: '/' }, list, { label: receiptNumber(ticket) }],
    body: (
      <>
        <DoneNotice text={added ? '追加の内容を送信しました。' : undefined} />
        <DescriptionList
          items={[
            { label: '状態', value: <TicketStateLabel ticket={ticket} /> },
            { label: '受付日時', value: formatInstant(ticket.createdAt) },
            { label: 'お問い合わせ分類', value: categoryName(ticket.category) },
            { label: 'お問い合わせ内容', value: subjectOf(ticket) },
            ...(ticket.request ? [{ label: '対象の方', value: ticket.personName }] : []),
          ]}
        />
        {ticket.body && (
          <Section title="送信した内容">
            <p class="quote">{ticket.body}</p>
          </Section>
        )}
        <Section title="回答と連絡">
          <Thread entries={entries} empty="回答はまだありません。回答すると、メールでお知らせします。" />
        </Section>
        <Section title="追加で連絡する">
          <Form def={messageForm} state={state} action={`/support/inquiries/${ticket.id}/messages`} submit="追加で送信">
            <FieldRow def={messageForm} state={state} name="text" />
          </Form>
        </Section>
      </>
    ),
  };
};
