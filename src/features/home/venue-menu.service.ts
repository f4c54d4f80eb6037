import { dayOf, formatDay } from '../../kernel/calendar.ts';
import type { Ctx } from '../../platform/context.ts';
import { claimDueDay, currentClaimMonth, monthName } from '../claims/index.ts';
import { isBasic, type MenuItem } from './home.ts';

const claims = (now: Date): MenuItem => {
  const month = currentClaimMonth(dayOf(now));
  return {
    href: '/claims',
    label: '国保連提出用請求総括書・市区町村別請求書の作成',
    state: `${monthName(month)}請求分の提出期限 ${formatDay(claimDueDay(month))}`,
  };
};

/** 「メニュー」 of a venue, in the manual's order (M1.5-1, M1.5-3). */
export const venueMenu = async (ctx: Ctx): Promise<MenuItem[]> => {
  const { actor, now } = ctx;
  return [
    { href: '/venue', label: 'この医療機関の情報を見る', state: '登録情報と医師情報の確認' },
    ...(isBasic(actor) ? [] : []),
    claims(now),
  ];
};
