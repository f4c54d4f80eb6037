import type { Ctx } from '../../platform/context.ts';
import { loadBookingStatus } from '../booking-status/index.ts';
import { loadNotices } from '../notices/index.ts';
import { countDoctors } from '../venues/index.ts';
import type { HomeData } from './home.page.tsx';
import { isVenue } from './home.ts';
import { officeMenu } from './office-menu.service.ts';
import { venueMenu } from './venue-menu.service.ts';

const newsOnHome = 10;

/** Everything on 「ホーム」, from the rooms that offer it. */
export const loadHome = async (ctx: Ctx): Promise<HomeData> => {
  const { actor, tx } = ctx;
  const news = await loadNotices(tx, actor.org.id, actor.userId, newsOnHome);
  if (!isVenue(actor)) return { ...(await officeMenu(ctx)), news, bookingStatus: null, warnings: [] };
  const doctors = await countDoctors(tx, actor.org.id);
  return {
    waiting: null,
    menu: await venueMenu(ctx),
    news,
    bookingStatus: await loadBookingStatus(tx, actor.org.id),
    cycle: null,
    warnings:
      doctors > 0
        ? []
        : [
            {
              title: '医師情報が登録されていません',
              text: '医師情報が登録されていないと、市町村からワクチンの提供を受けることができません。',
              link: { href: '/venue', label: '医療機関・接種会場の情報を見る' },
            },
          ],
  };
};
