import type { Actor } from '../../kernel/policy.ts';
import type { Tx } from '../../platform/db/index.ts';
import { may } from '../../policy.ts';
import { countMissed } from './chat.store.ts';
import { countOpenTickets } from './tickets.store.ts';

type Waiting = { readonly href: string; readonly label: string; readonly state: string };

/** What waits for the desk, for its 「ホーム」. */
export const ticketsWaiting = async (tx: Tx, actor: Actor): Promise<readonly Waiting[]> => {
  if (!may(actor, 'ticket.handle')) return [];
  const { new: fresh, working } = await countOpenTickets(tx);
  const missed = await countMissed(tx);
  return [
    ...(fresh + working > 0
      ? [{ href: '/desk/tickets', label: 'お問い合わせ', state: `受付済み ${fresh}件、対応中 ${working}件` }]
      : []),
    ...(missed > 0 ? [{ href: '/desk/questions', label: '見つからなかった質問', state: `${missed}件` }] : []),
  ];
};
