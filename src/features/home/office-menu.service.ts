import { dayOf } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import { may, type PermissionName } from '../../policy.ts';
import { allocationsWaiting } from '../allocations/index.ts';
import { applicationsWaiting } from '../applications/index.ts';
import { type Cycle, loadCycles } from '../cycles/index.ts';
import { deliveriesWaiting } from '../deliveries/index.ts';
import { demandsWaiting } from '../demands/index.ts';
import type { MenuItem } from './home.ts';

type Entry = MenuItem & { readonly permission: PermissionName };

/** The functions of the offices, in the order in which a クール runs. */
const entries: readonly Entry[] = [
  { permission: 'cycle.define', href: '/cycles', label: 'クール', state: 'クールの登録、公開、予定の変更' },
  { permission: 'vaccine.define', href: '/vaccines', label: 'ワクチン', state: 'ワクチンの種類と包装の登録' },
  { permission: 'demand.view', href: '/demands', label: '納入希望量', state: '希望量の確認、修正、確定' },
  {
    permission: 'allocation.view',
    href: '/allocations',
    label: 'ワクチンの分配',
    state: '分配の入力と確定',
  },
  {
    permission: 'distribution.view',
    href: '/distributions/offices',
    label: '配送状況',
    state: '分配量、出荷日、納入予定日、受領',
  },
  {
    permission: 'distribution.ship',
    href: '/shipments',
    label: '製薬メーカー出荷日の登録',
    state: '出荷日、ロット、ドライアイスの交換期日',
  },
  { permission: 'distribution.deliver', href: '/deliveries', label: '納入予定日の登録', state: '納入予定日、納入' },
  { permission: 'order-list.view', href: '/orders', label: '発注一覧', state: '分配が確定した納入先と数量' },
  {
    permission: 'wholesaler-area.assign',
    href: '/wholesaler-areas',
    label: '卸業者の担当地域',
    state: '地域ごとの担当と期間',
  },
  {
    permission: 'satellite.link',
    href: '/satellites',
    label: 'サテライト型の連携',
    state: '連携先の基本型接種施設',
  },
  {
    permission: 'organisation.manage',
    href: '/organisations',
    label: '組織・利用者',
    state: '組織の登録、利用者の招待',
  },
];

/** The クール that an office works on: the earliest whose delivery is not over, as a line of steps. */
const cycleInHand = (cycles: readonly Cycle[], now: Date): Cycle | null =>
  cycles.find(({ registrationFrom, registrationTo }) => registrationFrom <= now && now <= registrationTo) ??
  cycles[0] ??
  null;

export type OfficeMenu = {
  readonly waiting: readonly MenuItem[];
  readonly menu: readonly MenuItem[];
  readonly cycle: Cycle | null;
};

/** What an office sees first: what waits for it, then the クール with today's place, then its functions. */
export const officeMenu = async ({ actor, tx, now }: Ctx): Promise<OfficeMenu> => ({
  waiting: [
    ...(await applicationsWaiting(tx, actor)),
    ...(await demandsWaiting(tx, actor, now)),
    ...(await allocationsWaiting(tx, actor, now)),
    ...(await deliveriesWaiting(tx, actor, dayOf(now))),
  ],
  menu: entries.filter(({ permission }) => may(actor, permission)).map(({ permission: _, ...item }) => item),
  cycle: may(actor, 'cycle.view') ? cycleInHand(await loadCycles(tx), now) : null,
});
