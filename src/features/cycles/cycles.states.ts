import type { StateTable } from '../../kernel/states.ts';
import type { Cycle } from './cycles.ts';

/** A クール is prepared by 国 alone, then visible to all (S1). */
export const cycleMoves = {
  publish: { from: ['draft'], to: 'planned', label: '予定として公開する' },
} as const satisfies StateTable<Cycle['state']>;
