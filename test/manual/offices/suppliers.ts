import type { Manual } from '../model.ts';
import { officeManual } from './introduction.ts';
import { apiKeys } from './keys.walk.ts';
import { contacts, orders, planMany, planOne, reportDelivery, shipMany, shipOne } from './suppliers.walk.ts';

export const manufacturer: Manual = officeManual(
  'manufacturer',
  '製薬メーカー用',
  [
    ['2.1〜2.2 出荷日・ロットを登録する', '市町村の分配確定の後、出荷の前に'],
    ['2.3 発注一覧を確認する', '市町村の分配確定の後'],
    ['2.4 情報提供先を確認する', '必要に応じて'],
    ['2.5 自社のシステムとつなぐ', 'APIキーを使うとき'],
  ],
  [
    {
      number: '2',
      title: 'ワクチンの出荷を登録する',
      sections: [shipOne, shipMany, orders('manufacturer', '2.3'), contacts, apiKeys('manufacturer', '2.5')],
    },
  ],
);

export const wholesaler: Manual = officeManual(
  'wholesaler',
  '卸業者用',
  [
    ['2.1〜2.2 納入予定日を登録する', '市町村の分配確定の後、納入の前に'],
    ['2.3 納入したことを登録する', '納入した日に'],
    ['2.4 発注一覧を確認する', '市町村の分配確定の後'],
    ['2.5 自社のシステムとつなぐ', 'APIキーを使うとき'],
  ],
  [
    {
      number: '2',
      title: '納入予定日と納入を登録する',
      sections: [planOne, planMany, reportDelivery, orders('wholesaler', '2.4'), apiKeys('wholesaler', '2.5')],
    },
  ],
);
