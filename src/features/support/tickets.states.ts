import type { StateTable } from '../../kernel/states.ts';

const ticketStates = ['new', 'working', 'answered', 'closed'] as const;
export type TicketState = (typeof ticketStates)[number];

/** What happens to a ticket. 「返信」 is the asker's, everything else the desk's. */
export const ticketMoves = {
  take: { from: ['new', 'working', 'answered'], to: 'working', label: '担当する' },
  work: { from: ['new', 'working'], to: 'working', label: '作業を記録する' },
  answer: { from: ['new', 'working', 'answered'], to: 'answered', label: '回答する' },
  reply: { from: ['new', 'working', 'answered', 'closed'], to: 'working', label: '追加の連絡' },
  close: { from: ['new', 'working', 'answered'], to: 'closed', label: '完了にする' },
  reopen: { from: ['closed'], to: 'working', label: '対応を再開する' },
} as const satisfies StateTable<TicketState>;

/** What people read for a state. */
export const stateNames = {
  new: '受付済み',
  working: '対応中',
  answered: '回答済み',
  closed: '完了',
} as const satisfies Record<TicketState, string>;

export const stateTones = {
  new: 'warning',
  working: 'info',
  answered: 'success',
  closed: 'neutral',
} as const satisfies Record<TicketState, string>;
