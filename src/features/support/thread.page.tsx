import { formatInstant } from '../../kernel/calendar.ts';
import { Tag } from '../../ui/index.ts';
import type { TicketEntry } from './tickets.ts';

const kindNames: Readonly<Record<TicketEntry['kind'], string>> = {
  answer: 'サービスデスクの回答',
  message: '追加の連絡',
  note: '内部メモ',
  action: 'アカウントの作業',
  move: '対応の記録',
};

/** What was said and done, the oldest first. */
export const Thread = ({ entries, empty }: { readonly entries: readonly TicketEntry[]; readonly empty: string }) =>
  entries.length === 0 ? (
    <p>{empty}</p>
  ) : (
    <ol class="thread">
      {entries.map((entry) => (
        <li class={`thread-entry thread-${entry.kind}`} key={entry.id}>
          <p class="thread-head">
            <Tag>{entry.byPhone ? '電話での回答' : kindNames[entry.kind]}</Tag>
            <span>{formatInstant(entry.at)}</span>
            <span>{entry.by}</span>
          </p>
          <p class="quote">{entry.text}</p>
        </li>
      ))}
    </ol>
  );
