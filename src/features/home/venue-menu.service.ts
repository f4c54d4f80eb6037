import { dayOf, formatDay } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import { may } from '../../policy.ts';
import { claimDueDay, currentClaimMonth, monthName } from '../claims/index.ts';
import { deliveryMenuState } from '../deliveries/index.ts';
import { type ReportMenuState, reportMenuState } from '../reports/index.ts';
import type { MenuItem } from './home.ts';

const missing = ({ missingReports }: ReportMenuState): string | undefined =>
  missingReports.length > 0 ? `接種実績が未報告です（${missingReports.join('、')}）` : undefined;

const reports = (state: ReportMenuState): MenuItem => ({
  href: '/reports',
  label: 'ワクチン希望量等の報告・接種実績等の報告',
  state: [state.line, missing(state)].filter(Boolean).join('　') || '随時（1クールにつき1回以上）',
  ...(state.mark && { mark: state.mark, tone: state.tone }),
});

const claims = (now: Date): MenuItem => {
  const month = currentClaimMonth(dayOf(now));
  return {
    href: '/claims',
    label: '国保連提出用請求総括書・市区町村別請求書の作成',
    state: `${monthName(month)}請求分の提出期限 ${formatDay(claimDueDay(month))}`,
  };
};

/** Chapter 3 is for 基本型 only (M1.5-3). Both buttons lead to the same list (M3.0-1). */
const distributions = async ({ actor, tx, now }: Ctx): Promise<MenuItem[]> => {
  if (!may(actor, 'distribution.own')) return [];
  const { amounts, days, waiting } = await deliveryMenuState(tx, actor.org.id, dayOf(now));
  const receipt = waiting > 0 ? { mark: `受領確認待ち ${waiting}件`, tone: 'warning' as const } : {};
  return [
    { href: '/distributions', label: '分配量の確認', state: amounts ?? 'まだ分配はありません' },
    { href: '/distributions', label: '配送予定日の確認', state: days ?? '予定されている納入はありません', ...receipt },
  ];
};

/** 「メニュー」 of a venue, in the manual's order, with what is due and when (M1.1-1, M1.5-1). */
export const venueMenu = async (ctx: Ctx): Promise<MenuItem[]> => [
  { href: '/venue', label: 'この医療機関の情報を見る', state: '登録情報と医師情報の確認' },
  reports(await reportMenuState(ctx.tx, ctx.actor.org.id, ctx.now)),
  ...(await distributions(ctx)),
  claims(ctx.now),
];
