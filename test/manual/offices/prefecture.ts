import { all, fill, home, labelled, menu, named, press } from '../acts.ts';
import type { Manual, Section } from '../model.ts';
import { allocateToPrefectures } from '../scenes.ts';
import { announce } from './announcements.walk.ts';
import { officeManual } from './introduction.ts';
import { answerReports } from './navi-reports.walk.ts';
import {
  allocate,
  compareProposals,
  correctSheet,
  enterForVenue,
  type Level,
  watchDeliveries,
  watchTransfers,
} from './sheets.walk.ts';
import { totals } from './totals.walk.ts';

const assign: Section = {
  id: '2.1',
  title: '卸業者の担当地域を登録する',
  ids: ['S34', 'M1.9-3'],
  paths: ['/wholesaler-areas'],
  lead: ['地域ごとに担当する卸業者と、その期間を登録します。市町村ごとの登録は、都道府県全域の登録より優先されます。'],
  begin: home('prefecture'),
  steps: [
    press('卸業者の担当地域', {
      find: menu('卸業者の担当地域'),
      title: '「卸業者の担当地域」を押します。',
      shows: '卸業者の担当地域',
    }),
    press('担当地域の登録', { title: '「担当地域の登録」を押します。' }),
    {
      title: '「ワクチン」「地域」「卸業者」「開始日」を入力し、「保存」ボタンを押します。',
      ready: all(fill({ 地域: '港区', 開始日: '2021/05/10' }), (page) =>
        page.getByLabel('卸業者', { exact: true }).selectOption({ index: 2 }),
      ),
      ring: [labelled('ワクチン'), labelled('地域'), labelled('卸業者'), labelled('開始日'), named('保存')],
      act: (page) => named('保存')(page).click(),
      afterwards: ['担当地域が保存され、卸業者にお知らせが届きます。'],
    },
  ],
};

const watchDemand: Section = {
  id: '3.1',
  title: '市町村ごとの納入希望量を確認する',
  ids: ['S4'],
  paths: ['/demands'],
  begin: home('prefecture'),
  steps: [
    press('納入希望量の確認', {
      find: menu('納入希望量の確認'),
      title: '「納入希望量の確認」を押します。',
      shows: '納入希望量の確認',
    }),
    {
      title:
        '市町村の合計と、未入力の施設の数、確定の状態を確認します。市町村の名前を押すと、施設ごとの希望量が表示されます。',
      width: 1180,
      ring: named('港区'),
    },
  ],
};

const level: Level = {
  account: 'prefecture',
  page: '市町村への分配',
  path: '/allocations/prefectural',
  word: '確定',
  receiver: '市町村',
  ids: ['S6'],
  amounts: { '港区 基本計画枠': '10', '港区 調整枠': '2' },
  cell: '港区 基本計画枠',
  corrected: { '港区 基本計画枠': '9' },
  source: '国から受け取った量',
  hints: ['「基本計画枠」と「調整枠」を分けて入力します。'],
  before: (kit) => allocateToPrefectures(kit, '600'),
};

export const prefecture: Manual = officeManual(
  'prefecture',
  '都道府県用',
  [
    ['2.1 卸業者の担当地域を登録する', '担当が決まったとき、変わるとき'],
    ['3.1 市町村ごとの納入希望量を確認する', 'クールごとの登録期間の終了後'],
    ['4.1〜4.3 分配量を入力し、確定する・修正する', '国からの分配の通知が届いたとき'],
    ['5.1〜5.2、7.1 配送状況・移送・集計を確認する', '必要に応じて'],
    ['6.1 医療機関・接種会場の情報を確認し、代わりに入力する', '医療機関がV-SYSを利用できないとき'],
    ['6.2 「コロナワクチンナビ」の情報の誤りの報告に対応する', '報告のお知らせが届いたとき'],
    ['8.1 「お知らせ」を作成し、公開する', '管内に知らせることがあるとき'],
  ],
  [
    { number: '2', title: '卸業者の担当地域を管理する', sections: [assign] },
    { number: '3', title: '納入希望量を確認する', sections: [watchDemand] },
    {
      number: '4',
      title: '市町村に分配する',
      sections: [compareProposals(level, '4.1'), allocate(level, '4.2'), correctSheet(level, '4.3')],
    },
    {
      number: '5',
      title: '配送状況を確認する',
      sections: [watchDeliveries('prefecture', '5.1'), watchTransfers('prefecture', '5.2')],
    },
    {
      number: '6',
      title: '医療機関・接種会場の情報を確認する',
      sections: [enterForVenue('prefecture', '6.1'), answerReports('prefecture', '6.2')],
    },
    { number: '7', title: '集計を確認する', sections: [totals('prefecture', '7.1')] },
    { number: '8', title: 'お知らせを作成する', sections: [announce('prefecture', '8.1')] },
  ],
);
