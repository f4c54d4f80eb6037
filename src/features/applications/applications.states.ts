import type { StateTable } from '../../kernel/states.ts';

const applicationStates = ['open', 'approved', 'returned', 'withdrawn'] as const;
export type ApplicationState = (typeof applicationStates)[number];

export const applicationMoves = {
  approve: { from: ['open'], to: 'approved', label: '承認' },
  sendBack: { from: ['open'], to: 'returned', label: '差戻し' },
  withdraw: { from: ['open'], to: 'withdrawn', label: '取下げ' },
} as const satisfies StateTable<ApplicationState>;

/** What people read for a state. */
export const stateNames = {
  open: '承認待ち',
  approved: '承認済み',
  returned: '差戻し',
  withdrawn: '取下げ',
} as const satisfies Record<ApplicationState, string>;

export const stateTones = {
  open: 'warning',
  approved: 'success',
  returned: 'error',
  withdrawn: 'neutral',
} as const satisfies Record<ApplicationState, string>;
