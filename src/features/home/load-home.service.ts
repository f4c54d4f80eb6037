import type { Ctx } from '../../platform/context.ts';
import { loadBookingStatus } from '../booking-status/index.ts';
import { loadNotices, type Notice as News, noticeHref } from '../notices/index.ts';
import { countDoctors } from '../venues/index.ts';
import type { HomeData } from './home.page.tsx';
import { isVenue } from './home.ts';
import { officeMenu } from './office-menu.service.ts';
import { venueMenu } from './venue-menu.service.ts';

const newsOnHome = 10;

const noDoctors = {
  title: '医師情報が登録されていません',
  text: '医師情報が登録されていないと、市町村からワクチンの提供を受けることができません。',
  link: { href: '/venue', label: '医療機関・接種会場の情報を見る' },
};

/** What is important stands above everything until it was read. */
const important = (news: readonly News[]): HomeData['warnings'] =>
  news
    .filter(({ important, read }) => important && !read)
    .map((notice) => ({
      title: notice.title,
      text: `${notice.from}からの重要なお知らせです。`,
      link: { href: noticeHref(notice), label: 'お知らせを読む' },
    }));

/** Everything on 「ホーム」, from the rooms that offer it. */
export const loadHome = async (ctx: Ctx): Promise<HomeData> => {
  const { actor, tx, now } = ctx;
  const news = await loadNotices(tx, actor, now, newsOnHome);
  if (!isVenue(actor)) return { ...(await officeMenu(ctx)), news, bookingStatus: null, warnings: important(news) };
  const doctors = await countDoctors(tx, actor.org.id);
  return {
    waiting: null,
    menu: await venueMenu(ctx),
    news,
    bookingStatus: await loadBookingStatus(tx, actor.org.id),
    cycle: null,
    missing: null,
    warnings: [...important(news), ...(doctors > 0 ? [] : [noDoctors])],
  };
};
