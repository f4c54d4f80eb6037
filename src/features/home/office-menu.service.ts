import { dayOf } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import { may, type PermissionName } from '../../policy.ts';
import { allocationsWaiting } from '../allocations/index.ts';
import { applicationsWaiting } from '../applications/index.ts';
import { type Cycle, loadCycles, registrationPhase } from '../cycles/index.ts';
import { deliveriesWaiting } from '../deliveries/index.ts';
import { demandsWaiting, type Missing, missingNow } from '../demands/index.ts';
import { ticketsWaiting } from '../support/index.ts';
import type { MenuItem } from './home.ts';

type Entry = MenuItem & { readonly permission: PermissionName };

/** The functions of the offices, in the order in which a クール runs. */
const entries: readonly Entry[] = [
  { permission: 'cycle.define', href: '/cycles', label: 'クール', state: 'クールの登録、公開、予定の変更' },
  { permission: 'vaccine.define', href: '/vaccines', label: 'ワクチン', state: 'ワクチンの種類と包装の登録' },
  {
    permission: 'report.shape',
    href: '/reports/shape',
    label: '接種実績の報告項目',
    state: '接種の回数の追加、対象者の区分の終了',
  },
  { permission: 'demand.view', href: '/demands', label: '納入希望量の確認', state: '希望量の確認、修正、確定' },
  { permission: 'allocation.national', href: '/allocations', label: '都道府県への分配', state: '分配の入力と確定' },
  { permission: 'allocation.prefectural', href: '/allocations', label: '市町村への分配', state: '分配の入力と確定' },
  {
    permission: 'allocation.municipal',
    href: '/allocations',
    label: '医療機関・接種会場への分配',
    state: '分配の入力と分配確定',
  },
  {
    permission: 'distribution.view',
    href: '/distributions/offices',
    label: '配送状況',
    state: '分配量、出荷日、納入予定日、受領',
  },
  {
    permission: 'totals.view',
    href: '/totals',
    label: '集計',
    state: '接種回数、希望、分配、納入、在庫、報告の状況',
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
    permission: 'claim-rule.set',
    href: '/claim-rules',
    label: '請求ルール',
    state: '同一市内にお住まいの方分の請求先',
  },
  { permission: 'venue.list', href: '/venues', label: '医療機関・接種会場', state: '管内の施設の情報と代行入力' },
  { permission: 'application.decide', href: '/applications', label: '申請', state: '医療機関からの申請の承認、差戻し' },
  {
    permission: 'navi-report.handle',
    href: '/navi-reports',
    label: 'コロナワクチンナビの情報の誤りの報告',
    state: '利用者から届いた報告の確認、対応',
  },
  {
    permission: 'booking-status.delegated',
    href: '/booking-status/venues',
    label: '予約受付状況の更新',
    state: '受託している施設の予約受付状況',
  },
  { permission: 'contact.view', href: '/contacts', label: '情報提供先', state: '情報提供を希望した連絡先' },
  {
    permission: 'ticket.handle',
    href: '/desk/tickets',
    label: 'お問い合わせの管理',
    state: '問い合わせへの回答、見つからなかった質問、定型文',
  },
  {
    permission: 'account.support',
    href: '/desk/users',
    label: 'ユーザの管理',
    state: '招待、ロックの解除、初期化、削除',
  },
  { permission: 'account.support', href: '/desk/mails', label: 'メールの配信状況', state: '届いていないメールと再送' },
  {
    permission: 'retention.view',
    href: '/retention',
    label: 'データの保存期間',
    state: '保存する期間と、削除の状況',
  },
  {
    permission: 'organisation.manage',
    href: '/organisations',
    label: '組織・利用者',
    state: '組織の登録、利用者の招待',
  },
  {
    permission: 'announcement.write',
    href: '/announcements',
    label: 'お知らせの作成',
    state: '対象者と地域を決めて知らせる',
  },
  {
    permission: 'service.switch',
    href: '/maintenance',
    label: '閲覧専用モード',
    state: '登録・変更の停止、メンテナンスのお知らせ',
  },
];

/** The クール that an office works on: the earliest whose delivery is not over, as a line of steps. */
const cycleInHand = (cycles: readonly Cycle[], now: Date): Cycle | null =>
  cycles.find((cycle) => registrationPhase(cycle, now) === 'open') ?? cycles[0] ?? null;

export type OfficeMenu = {
  readonly waiting: readonly MenuItem[];
  readonly menu: readonly MenuItem[];
  readonly cycle: Cycle | null;
  /** Who still owes something, by name. */
  readonly missing: Missing | null;
};

/** What an office sees first: what waits for it, then the クール with today's place, then its functions. */
export const officeMenu = async ({ actor, tx, now }: Ctx): Promise<OfficeMenu> => ({
  waiting: [
    ...(await applicationsWaiting(tx, actor)),
    ...(await demandsWaiting(tx, actor, now)),
    ...(await allocationsWaiting(tx, actor, now)),
    ...(await deliveriesWaiting(tx, actor, dayOf(now))),
    ...(await ticketsWaiting(tx, actor)),
  ],
  menu: entries.filter(({ permission }) => may(actor, permission)).map(({ permission: _, ...item }) => item),
  cycle: may(actor, 'cycle.view') ? cycleInHand(await loadCycles(tx), now) : null,
  missing: may(actor, 'demand.remind') ? await missingNow(tx, actor, now) : null,
});
