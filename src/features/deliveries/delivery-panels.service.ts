import type { Day } from '../../kernel/calendar.ts';
import type { Actor } from '../../kernel/policy.ts';
import type { Tx } from '../../platform/db/index.ts';
import { may } from '../../policy.ts';
import { cycleTitle } from '../cycles/index.ts';
import { loadVenueDistributions } from './distributions.store.ts';
import { countUndelivered, countUnshipped, countWaiting } from './panels.store.ts';
import { type DeliveryMenuState, menuStateOf, type Waiting } from './panels.ts';
import { scopeOf } from './scope.ts';

/** State lines for 「分配量の確認」 and 「配送予定日の確認」 on 「ホーム」 of a basic venue. */
export const deliveryMenuState = async (tx: Tx, venueId: number, today: Day): Promise<DeliveryMenuState> =>
  menuStateOf(await loadVenueDistributions(tx, venueId), today);

const warning = (href: string, label: string, state: string): Waiting => ({ href, label, state, tone: 'warning' });

/** What waits for a maker, a wholesaler or a basic venue: 未入力 n件, 納入の報告待ち n件, 受領確認待ち n件, each with its list. */
export const deliveriesWaiting = async (tx: Tx, actor: Actor, today: Day): Promise<Waiting[]> => [
  ...(may(actor, 'distribution.ship') ? await unshipped(tx, actor) : []),
  ...(may(actor, 'distribution.deliver') ? await undelivered(tx, actor, today) : []),
  ...(may(actor, 'distribution.receive') ? await unconfirmed(tx, actor) : []),
];

const unshipped = async (tx: Tx, actor: Actor): Promise<Waiting[]> => {
  const cycles = await countUnshipped(tx, scopeOf(actor, 'distribution.ship'));
  return cycles.flatMap((cycle) =>
    cycle.open > 0
      ? [
          warning(
            `/shipments?cycle=${cycle.id}&state=missing-shipment`,
            `${cycleTitle(cycle)}の製薬メーカー出荷日`,
            `未入力 ${cycle.open}件`,
          ),
        ]
      : [],
  );
};

const undelivered = async (tx: Tx, actor: Actor, today: Day): Promise<Waiting[]> => {
  const cycles = await countUndelivered(tx, scopeOf(actor, 'distribution.deliver'), today);
  return cycles.flatMap((cycle) => {
    const [list, name] = [`/deliveries?cycle=${cycle.id}`, cycleTitle(cycle)];
    return [
      ...(cycle.open > 0
        ? [warning(`${list}&state=missing-day`, `${name}の納入予定日`, `未入力 ${cycle.open}件`)]
        : []),
      ...(cycle.undelivered > 0
        ? [warning(`${list}&state=undelivered`, `${name}の納入の報告`, `報告待ち ${cycle.undelivered}件`)]
        : []),
    ];
  });
};

const unconfirmed = async (tx: Tx, actor: Actor): Promise<Waiting[]> => {
  const waiting = await countWaiting(tx, actor.org.id);
  return waiting > 0 ? [warning('/distributions', '受領確認', `受領確認待ち ${waiting}件`)] : [];
};
