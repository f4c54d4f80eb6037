/** S27: lots, their national extension and 使用見合わせ. */
import type { Day } from '../../kernel/calendar.ts';
import './lots.tables.ts';
import type { LotChange } from './lots.ts';

declare module '../../kernel/event.ts' {
  interface Events {
    /** 国 extended, stopped or released a lot; every holder is to be told at once. */
    'lot.changed': {
      readonly changeId: number;
      readonly vaccineId: number;
      readonly vaccineName: string;
      readonly lot: string;
      readonly kind: LotChange['kind'];
      readonly expiry: Day | null;
      readonly reason: string;
    };
  }
}

export { lot, lotOrEmpty } from './lot-field.ts';
export { isLot } from './lot-text.ts';
export { type LotFacts, loadLotChanges, loadLotFacts } from './lots.store.ts';
export { type LotChange, lotChangeNames } from './lots.ts';
export { lotsRoom } from './routes.ts';
export { StoppedMark } from './stopped-mark.page.tsx';
