import { type Day, formatDay } from '../kernel/calendar.ts';
import type { SeedRow } from '../seed/index.ts';
import type { Companies } from './companies.ts';
import type { Offices } from './offices.ts';
import { HOME } from './places.ts';
import { at } from './time.ts';

/** What the demo's own hospital gets in クール 4, as its notices tell it. */
export type HomeDelivery = {
  readonly venue: number;
  readonly boxes: number;
  readonly fixedAt: string;
  readonly shipDay: Day;
  readonly deliveryDay: Day;
};

type News = {
  readonly org: number;
  readonly kind: string;
  readonly moment: string;
  readonly title: string;
  readonly link: string;
  readonly lines: readonly string[];
};

const CYCLE_4 = 'コミナティ筋注 第4クール';
const CYCLE_5 = 'コミナティ筋注 第5クール';
const PERIOD_4 = '標準配送期間：2021/04/26（月）〜2021/05/09（日）';

/** What happened lately, as the demo accounts find it under 「お知らせ」: oldest first, nothing read yet. */
export const noticeRows = (offices: Offices, companies: Companies, delivery: HomeDelivery): readonly SeedRow[] =>
  [
    ...officeNews(offices),
    ...hospitalNews(delivery),
    ...[...companies.wholesalers.slice(2, 3), offices.pfizer.makerId].map((org) => ({
      org,
      kind: 'order-list',
      moment: at('2021-04-22', 10 * 60),
      title: `${CYCLE_4}の納入先の確定`,
      link: '/cycles/4',
      lines: [`${CYCLE_4}の分配が確定しました。`, PERIOD_4],
    })),
    ...publishedNews(offices),
  ]
    .sort((a, b) => a.moment.localeCompare(b.moment))
    .map(({ org, moment, lines, ...news }) => ({
      org_id: org,
      ...news,
      body: lines.join('\n'),
      at: moment,
      dedupe_key: `demo:${news.kind}:${org}`,
    }));

const officeNews = ({ prefectures, municipalities }: Offices): News[] => [
  {
    org: prefectures.get(HOME.prefecture) ?? 0,
    kind: 'allocation.national',
    moment: at('2021-04-14', 15 * 60),
    title: 'ワクチン等分配確定通知（国→都道府県）',
    link: '/allocations/prefectural/4',
    lines: [`${CYCLE_4}の分配量が確定しました。`, PERIOD_4, '市町村への分配量を入力し、確定してください。'],
  },
  {
    org: municipalities.get(HOME.municipality) ?? 0,
    kind: 'allocation.prefectural',
    moment: at('2021-04-16', 17 * 60),
    title: 'ワクチン等分配確定通知（都道府県→市町村）',
    link: '/allocations/municipal/4',
    lines: [
      `${CYCLE_4}の分配量が確定しました。`,
      PERIOD_4,
      '医療機関・接種会場への分配量を入力し、分配確定を行ってください。',
    ],
  },
];

const hospitalNews = ({ venue, boxes, fixedAt, shipDay, deliveryDay }: HomeDelivery): News[] => {
  const about = { org: venue, link: '/distributions?cycle=4' };
  return [
    {
      ...about,
      kind: 'allocation.municipal',
      moment: fixedAt,
      title: 'ワクチン等分配確定通知（市町村→医療機関・接種会場）',
      lines: [
        `${CYCLE_4}の分配量が確定しました。`,
        `分配量：${boxes}箱`,
        PERIOD_4,
        '分配量を確認してください。納入予定日が決まりましたら、改めてお知らせします。',
      ],
    },
    {
      ...about,
      kind: 'shipment',
      moment: at('2021-04-22', 16 * 60),
      title: '製薬メーカーによる出荷日の入力通知',
      lines: [`${CYCLE_4}のワクチンの出荷日などが入力されました。`, `製薬メーカー出荷日 ${formatDay(shipDay)}`],
    },
    {
      ...about,
      kind: 'delivery-day',
      moment: at('2021-04-23', 14 * 60 + 50),
      title: '卸業者による配送予定日の入力通知',
      lines: [`${CYCLE_4}のワクチン等の納入予定日が入力されました。`, `納入予定日 ${formatDay(deliveryDay)}`],
    },
  ];
};

/** Offices and the maker hear of the next クール. */
const publishedNews = ({ ministry, prefectures, municipalities, pfizer }: Offices): News[] =>
  [ministry, prefectures.get(HOME.prefecture) ?? 0, municipalities.get(HOME.municipality) ?? 0, pfizer.makerId].map(
    (org) => ({
      org,
      kind: 'cycle.published',
      moment: at('2021-04-23', 16 * 60),
      title: `${CYCLE_5}の予定が公開されました`,
      link: '/cycles/5',
      lines: [
        `${CYCLE_5}の予定が公開されました。`,
        '登録期間：2021/04/26（月）09:00〜2021/04/30（金）17:00',
        '標準配送期間：2021/05/10（月）〜2021/05/23（日）',
        '標準接種期間：2021/05/17（月）〜2021/06/06（日）',
      ],
    }),
  );
