import type { StateTable } from '../../kernel/states.ts';
import type { Distribution } from './distribution.ts';

/** Where a distribution stands; the day and the moments on its row say it. */
export type DistributionState = 'fixed' | 'planned' | 'delivered' | 'received';

export const distributionMoves = {
  deliver: { from: ['fixed', 'planned'], to: 'delivered', label: '納入済みにする' },
  takeBack: { from: ['delivered'], to: 'planned', label: '納入の報告を取り消す' },
  receive: { from: ['delivered'], to: 'received', label: '受領確認' },
} as const satisfies StateTable<DistributionState>;

export const stateWords = {
  fixed: '分配済',
  planned: '納入予定',
  delivered: '納入済',
  received: '受領済',
} as const satisfies Record<DistributionState, string>;

export const stateOf = (row: Pick<Distribution, 'deliveryDay' | 'deliveredAt' | 'receivedAt'>): DistributionState =>
  row.receivedAt ? 'received' : row.deliveredAt ? 'delivered' : row.deliveryDay ? 'planned' : 'fixed';
