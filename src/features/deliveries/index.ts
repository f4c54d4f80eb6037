/** Chapter 3 and S8–S11: 分配量・納入予定日, 出荷, 納入, 受領確認. */
import type { Day } from '../../kernel/calendar.ts';

declare module '../../kernel/event.ts' {
  interface Events {
    /** A venue confirmed what it received of a vaccine, lot by lot (受領確認); a lot of which nothing came has 0 vials. */
    'delivery.received': {
      readonly venueId: number;
      readonly prefectureCode: string;
      readonly municipalityCode: string;
      readonly vaccineId: number;
      readonly dosesPerVial: number;
      readonly userId: number;
      readonly lots: readonly {
        readonly deliveryLotId: number;
        readonly lot: string;
        readonly expiry: Day | null;
        readonly vials: number;
      }[];
    };
  }
}

export { deliveriesWaiting, deliveryMenuState } from './delivery-panels.service.ts';
export { deliveriesRoom } from './routes.ts';
