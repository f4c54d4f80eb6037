import { formatInstant } from '../../kernel/calendar.ts';
import type { View } from '../../platform/http/index.ts';
import { DataTable, EmptyState, FilterBar, FilterField, LinkButton, Pager, StateLabel } from '../../ui/index.ts';
import { subjectOf } from './inquiry-kinds.ts';
import { TicketStateLabel } from './own-tickets.page.tsx';
import type { Person } from './ticket-people.store.ts';
import { stateNames } from './tickets.states.ts';
import type { TicketFilter } from './tickets.store.ts';
import { channelNames, lacksCode, receiptNumber, type Ticket } from './tickets.ts';

export type QueuePage = {
  readonly tickets: readonly Ticket[];
  readonly more: boolean;
  readonly counts: { readonly new: number; readonly working: number; readonly answered: number };
  readonly people: readonly Person[];
  readonly filter: TicketFilter;
  readonly assignee: number | null;
  readonly q: string;
};

const who = (ticket: Ticket): string => ticket.orgName ?? (ticket.institutionName || '（施設不明）');

/** 「お問い合わせの管理」: the queue of the desk, those that wait longest first. */
export const queuePage = ({ tickets, more, counts, people, filter, assignee, q }: QueuePage): View => {
  const next = new URLSearchParams({
    filter,
    ...(assignee && { assignee: String(assignee) }),
    ...(q && { q }),
    after: String(tickets.at(-1)?.id ?? ''),
  });
  return {
    title: 'お問い合わせの管理',
    breadcrumbs: [{ label: 'ホーム', href: '/' }, { label: 'お問い合わせの管理' }],
    wide: true,
    actions: (
      <>
        <LinkButton href="/desk/questions">見つからなかった質問</LinkButton>
        <LinkButton href="/desk/canned">定型文</LinkButton>
        <LinkButton href="/desk/tickets/new" variant="primary" icon="plus">
          メール・電話の受付
        </LinkButton>
      </>
    ),
    body: (
      <>
        <p>
          受付済み {counts.new}件、対応中 {counts.working}件、回答済み {counts.answered}
          件です。受付の古い順に並んでいます。
        </p>
        <FilterBar action="/desk/tickets" resetHref="/desk/tickets" submit="検索">
          <FilterField label="受付番号・氏名・ユーザ名・メール・施設" name="q" value={q} size={30} />
          <FilterField
            label="状態"
            name="filter"
            value={filter}
            options={[
              { value: 'open', label: '完了していないもの' },
              ...Object.entries(stateNames).map(([value, label]) => ({ value, label })),
            ]}
          />
          <FilterField
            label="担当者"
            name="assignee"
            value={assignee ? String(assignee) : ''}
            options={[
              { value: '', label: 'すべて' },
              ...people.map(({ id, name }) => ({ value: String(id), label: name })),
            ]}
          />
        </FilterBar>
        <DataTable
          caption="お問い合わせの一覧"
          captionHidden
          stack
          rows={tickets}
          rowKey={({ id }) => String(id)}
          rowHref={({ id }) => `/desk/tickets/${id}`}
          empty={<EmptyState title="条件に合うお問い合わせはありません。" />}
          columns={[
            { key: 'number', label: '受付番号', nowrap: true, cell: receiptNumber },
            { key: 'at', label: '受付日時', nowrap: true, cell: ({ createdAt }) => formatInstant(createdAt) },
            {
              key: 'subject',
              label: '内容',
              cell: (ticket) => (
                <>
                  {subjectOf(ticket)} {lacksCode(ticket) && <StateLabel tone="error">コード未記入</StateLabel>}
                </>
              ),
            },
            { key: 'who', label: '医療機関・組織', cell: who },
            { key: 'channel', label: '受付方法', nowrap: true, cell: ({ channel }) => channelNames[channel] },
            { key: 'assignee', label: '担当者', nowrap: true, cell: (ticket) => ticket.assignee ?? '—' },
            { key: 'state', label: '状態', nowrap: true, cell: (ticket) => <TicketStateLabel ticket={ticket} /> },
          ]}
        />
        {more && <Pager nextHref={`/desk/tickets?${next}`} />}
      </>
    ),
  };
};
