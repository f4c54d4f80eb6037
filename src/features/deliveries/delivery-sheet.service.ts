import { type Day, formatDay } from '../../kernel/calendar.ts';
import { dayOrEmpty } from '../../kernel/fields.ts';
import type { Ctx } from '../../platform/context.ts';
import { changed, codeOf, otherSheet, planRows, type SheetTable } from '../sheets/index.ts';
import { faultOfDeliveryDay, isOutside } from './dates.ts';
import { amountText, type Distribution, itemName } from './distribution.ts';
import { rowName } from './rows.ts';
import { saveDeliveryDays } from './save-delivery-days.service.ts';
import { type CyclePlace, cycleParams, loadSheetRows, sheetCrumbs } from './sheet-rows.service.ts';

const columns = [
  { key: 'cycle', label: 'クール', note: 'ダウンロードした内容のまま' },
  { key: 'code', label: '医療機関コード', note: '10桁。ダウンロードした内容のまま' },
  { key: 'name', label: '医療機関・接種会場名', note: '確認用（読み取りません）' },
  { key: 'item', label: '品目', note: 'ダウンロードした内容のまま' },
  { key: 'amount', label: '分配量', note: '確認用（読み取りません）' },
  { key: 'day', label: '納入予定日', note: 'yyyy/mm/dd。空欄は変更しません' },
] as const;
type Key = (typeof columns)[number]['key'];
type NewDay = { readonly row: Distribution; readonly day: Day };

const permission = 'distribution.deliver';
const keyOf = (code: string, item: string): string => `${code} ${item.normalize('NFKC')}`;
const load = (ctx: Ctx, place: CyclePlace) => loadSheetRows(ctx, permission, place.cycle);

/** 「納入予定日」 from a file (S10, S19): rows of one クール that this wholesaler delivers. */
export const deliverySheet: SheetTable<CyclePlace, Key, NewDay> = {
  sheet: 'delivery-days',
  path: '/deliveries/sheet/:cycle',
  permission,
  params: cycleParams,
  head: async (ctx, place) => ({
    name: '納入予定日',
    about: (await load(ctx, place)).title,
    crumbs: sheetCrumbs('納入予定日の登録', '/deliveries', place),
    lead: '納入予定日の列を書き換えます。登録すると施設にメールで知らせます。エラーが1つでもあれば、どの行も登録されません。',
    columns,
    maxRows: 50_000,
  }),
  current: async (ctx, place) => {
    const { rows, title } = await load(ctx, place);
    return rows.map((row) => ({
      cycle: title,
      code: row.venueCode,
      name: row.venueName,
      item: itemName(row),
      amount: amountText(row),
      day: row.deliveryDay?.replaceAll('-', '/') ?? '',
    }));
  },
  plan: async (ctx, place, lines) => {
    const { rows, title } = await load(ctx, place);
    const known = new Map(rows.map((row) => [keyOf(row.venueCode, itemName(row)), row]));
    return planRows(columns, lines, 'code', ({ cells }, say, read) => {
      const other = otherSheet(cells.cycle, title);
      const key = keyOf(codeOf(cells.code, 10), cells.item);
      const row = known.get(key);
      if (other) say('cycle', other);
      else if (!row) say('code', 'このクールで自社が担当する行に、この医療機関コードと品目の組み合わせはありません。');
      if (other || !row) return null;
      const typed = read('day', dayOrEmpty());
      if (typed === undefined) return null;
      const day = typed ?? row.deliveryDay;
      const same = day === row.deliveryDay;
      const fault = same ? null : row.deliveredAt ? '納入済みのため、変更できません。' : faultOfDeliveryDay(day, row);
      if (fault) say('day', fault);
      return {
        key,
        action: same || day === null ? 'same' : row.deliveryDay === null ? 'create' : 'update',
        name: rowName(row),
        changes: changed('納入予定日', row.deliveryDay && formatDay(row.deliveryDay), day && formatDay(day)),
        ...(!same && day && isOutside(day, row) && { note: '標準配送期間の外の日付です。' }),
        data: { row, day: day ?? row.deliveryFrom },
      };
    });
  },
  save: async (ctx, _place, planned) => {
    await saveDeliveryDays(ctx, {
      op: 'save',
      asked: null,
      back: '',
      bulkDay: null,
      rows: Object.fromEntries(
        planned.map(({ data: { row, day } }) => [
          row.id,
          { pick: false, day, was: row.deliveryDay ?? '', version: row.version },
        ]),
      ),
    });
  },
};
