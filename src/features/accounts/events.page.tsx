import { formatInstant } from '../../kernel/calendar.ts';
import { DataTable, EmptyState, StateLabel } from '../../ui/index.ts';
import { eventWord } from './event-words.ts';
import type { AccountEvent } from './events.store.ts';

type Props = { readonly events: readonly AccountEvent[]; readonly caption: string };

/** What happened to an account, newest first. */
export const AccountEvents = ({ events, caption }: Props) => (
  <DataTable
    caption={caption}
    captionHidden
    stack
    rows={events}
    rowKey={({ id }) => String(id)}
    empty={<EmptyState title="記録はありません。" />}
    columns={[
      { key: 'at', label: '日時', nowrap: true, cell: ({ at }) => formatInstant(at) },
      { key: 'action', label: '内容', cell: ({ action }) => eventWord(action) },
      {
        key: 'outcome',
        label: '結果',
        nowrap: true,
        cell: ({ outcome }) =>
          outcome === 'done' ? (
            <StateLabel tone="success">完了</StateLabel>
          ) : (
            <StateLabel tone="warning">失敗</StateLabel>
          ),
      },
      { key: 'by', label: '操作した人', cell: ({ by }) => by ?? '本人' },
      { key: 'address', label: '接続元', nowrap: true, cell: ({ address }) => address || '—' },
    ]}
  />
);
