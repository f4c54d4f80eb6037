import type { SeedRow } from '../seed/index.ts';
import type { Companies } from './companies.ts';
import { SHIBAKOEN } from './home-venues.ts';
import type { Offices } from './offices.ts';
import { HOME } from './places.ts';
import { at } from './time.ts';
import type { PlacedVenue } from './venue-rows.ts';

/** What happened lately, as the demo accounts find it under 「お知らせ」: oldest first, nothing read yet. */
export const noticeRows = (
  offices: Offices,
  companies: Companies,
  venues: readonly PlacedVenue[],
  fixedAt: string,
): readonly SeedRow[] => {
  const hospital = venues.find(({ code }) => code === SHIBAKOEN)?.id ?? 0;
  const municipality = offices.municipalities.get(HOME.municipality) ?? 0;
  const prefecture = offices.prefectures.get(HOME.prefecture) ?? 0;
  const notice = (
    org: number,
    kind: string,
    moment: string,
    title: string,
    link: string,
    lines: string[],
  ): SeedRow => ({
    org_id: org,
    kind,
    title,
    body: lines.join('\n'),
    link,
    at: moment,
    dedupe_key: `demo:${kind}:${org}`,
  });
  return [
    notice(
      prefecture,
      'allocation.national-fixed',
      at('2021-04-14', 900),
      'ワクチン割当量確定通知（国→都道府県）',
      '/allocations',
      ['第4クールの割当量が確定しました。', '管内の市町村への割当量を入力し、確定してください。'],
    ),
    notice(
      municipality,
      'allocation.prefectural-fixed',
      at('2021-04-16', 1020),
      'ワクチン割当量確定通知（都道府県→市町村）',
      '/allocations',
      ['第4クールの割当量が確定しました。', '管内の基本型接種施設への分配量を入力し、確定してください。'],
    ),
    notice(
      hospital,
      'allocation.fixed',
      fixedAt,
      'ワクチン等分配確定通知（市町村→医療機関・接種会場）',
      '/distributions',
      ['第4クールのワクチン等の分配量が確定しました。', '分配量をご確認ください。'],
    ),
    notice(
      offices.pfizer.makerId,
      'order-list.ready',
      at('2021-04-22', 600),
      '第4クールの出荷先一覧の確定',
      '/orders',
      ['第4クールの分配が確定しました。', '製薬メーカー出荷日、ロット番号、有効期限を入力してください。'],
    ),
    notice(
      companies.wholesalers[2] ?? 0,
      'order-list.ready',
      at('2021-04-22', 600),
      '第4クールの納入先一覧の確定',
      '/orders',
      ['第4クールの分配が確定しました。', 'ワクチン、針・シリンジの納入予定日を入力してください。'],
    ),
    notice(
      hospital,
      'delivery-day.entered',
      at('2021-04-23', 890),
      '卸業者による配送予定日の入力通知',
      '/distributions',
      ['第4クールのワクチン等の配送予定日が入力されました。', '納入予定日：2021/04/28（水）'],
    ),
    ...[offices.ministry, offices.desk, hospital, municipality, prefecture].map((org) =>
      notice(org, 'cycle.planned', at('2021-04-23', 960), '第5クールの登録期間のお知らせ', '/cycles', [
        '新型コロナワクチン 第1期接種　ファイザー 第5クール',
        '登録期間：2021/04/26（月）09:00〜2021/04/30（金）17:00',
      ]),
    ),
  ];
};
