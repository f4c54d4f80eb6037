import { formatDay } from '../../kernel/calendar.ts';
import { dayOrEmpty, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import type { Ctx } from '../../platform/context.ts';
import { lotOrEmpty } from '../lots/index.ts';
import { changed, codeOf, otherSheet, planRows, type SheetTable } from '../sheets/index.ts';
import type { Distribution } from './distribution.ts';
import { storageWords } from './distribution.ts';
import { keepShipment } from './keep-shipment.service.ts';
import type { NewLot } from './lots.ts';
import { type CyclePlace, cycleParams, loadSheetRows, sheetCrumbs } from './sheet-rows.service.ts';
import type { Shipment } from './shipment-changes.ts';
import { type ShipmentLine, shipmentsOfLines } from './shipment-lines.ts';

const columns = [
  { key: 'cycle', label: 'クール', note: 'ダウンロードした内容のまま' },
  { key: 'code', label: '医療機関コード', note: '10桁。ダウンロードした内容のまま' },
  { key: 'name', label: '医療機関・接種会場名', note: '確認用（読み取りません）' },
  { key: 'pieces', label: '分配量（バイアル数）', note: '確認用（読み取りません）' },
  { key: 'storage', label: '保管管理', note: '確認用（読み取りません）' },
  { key: 'shipDay', label: '製薬メーカー出荷日', note: 'yyyy/mm/dd。空欄は変更しません' },
  { key: 'nextExchangeDay', label: '次回交換期日', note: 'yyyy/mm/dd。ドライアイスのときだけ' },
  { key: 'afterNextExchangeDay', label: '次々回交換期日', note: 'yyyy/mm/dd。ドライアイスのときだけ' },
  {
    key: 'lot',
    label: 'ロット番号',
    note: '英数字とハイフン。ロットがいくつかに分かれるときは、同じ医療機関コードの行を増やして1行に1つ。空欄は変更しません',
  },
  { key: 'expiry', label: '有効期限', note: 'yyyy/mm/dd。ロット番号を入れたら必須' },
  { key: 'vials', label: 'バイアル数', note: 'そのロットの本数。ロットが1つなら空欄でもよい（分配量の全部）' },
] as const;
type Key = (typeof columns)[number]['key'];
type NewShipment = { readonly row: Distribution; readonly shipment: Shipment };

const permission = 'distribution.ship';
const load = (ctx: Ctx, { cycle }: CyclePlace) => loadSheetRows(ctx, permission, cycle, ['vaccine']);
const dayCell = (day: string | null): string => day?.replaceAll('-', '/') ?? '';
const lotsText = (lots: readonly NewLot[]): string =>
  lots.map(({ lot, expiry, vials }) => `${lot}（${expiry ? formatDay(expiry) : '—'}、${vials}本）`).join('、');

const changesOf = (row: Distribution, next: Shipment) => [
  ...changed('製薬メーカー出荷日', row.shipDay && formatDay(row.shipDay), next.shipDay && formatDay(next.shipDay)),
  ...changed('次回交換期日', row.nextExchangeDay, next.nextExchangeDay),
  ...changed('次々回交換期日', row.afterNextExchangeDay, next.afterNextExchangeDay),
  ...changed('ロット', lotsText(row.lots), lotsText(next.lots)),
];

/** 「製薬メーカー出荷日」 and lots from a file (S9, S19): a line a lot, the vaccine rows of one クール that are this maker's. */
export const shipmentSheet: SheetTable<CyclePlace, Key, NewShipment> = {
  sheet: 'shipments',
  path: '/shipments/sheet/:cycle',
  permission,
  params: cycleParams,
  head: async (ctx, place) => ({
    name: '製薬メーカー出荷日',
    about: (await load(ctx, place)).title,
    crumbs: sheetCrumbs('製薬メーカー出荷日の登録', '/shipments', place),
    lead: '出荷日、交換期日、ロットの列を書き換えます。登録すると施設にメールで知らせます。エラーが1つでもあれば、どの行も登録されません。',
    columns,
    maxRows: 50_000,
  }),
  current: async (ctx, place) => {
    const { rows, title } = await load(ctx, place);
    return rows.flatMap((row) => {
      const facts = {
        cycle: title,
        code: row.venueCode,
        name: row.venueName,
        pieces: row.pieces,
        storage: row.storage ? storageWords[row.storage] : '',
        shipDay: dayCell(row.shipDay),
        nextExchangeDay: dayCell(row.nextExchangeDay),
        afterNextExchangeDay: dayCell(row.afterNextExchangeDay),
      };
      const lots = row.lots.map(({ lot, expiry, vials }) => ({ lot, expiry: dayCell(expiry), vials }));
      return (lots.length > 0 ? lots : [{ lot: '', expiry: '', vials: null }]).map((lot) => ({ ...facts, ...lot }));
    });
  },
  plan: async (ctx, place, lines) => {
    const { rows, title } = await load(ctx, place);
    const known = new Map(rows.map((row) => [row.venueCode, row]));
    const read = planRows<Key, ShipmentLine>(columns, lines, 'lot', ({ line, cells }, say, cell) => {
      const other = otherSheet(cells.cycle, title);
      const row = known.get(codeOf(cells.code, 10));
      if (other) say('cycle', other);
      else if (!row) say('code', 'このクールで自社が出荷する行に、この医療機関コードはありません。');
      const days = {
        shipDay: cell('shipDay', dayOrEmpty()),
        nextExchangeDay: cell('nextExchangeDay', dayOrEmpty()),
        afterNextExchangeDay: cell('afterNextExchangeDay', dayOrEmpty()),
      };
      const lot = {
        key: String(line),
        lot: cell('lot', lotOrEmpty()) ?? '',
        expiry: cell('expiry', dayOrEmpty()) ?? null,
        vials: cell('vials', wholeNumberOrEmpty({ min: 1, max: 999_999 })) ?? null,
      };
      if (!row || other) return null;
      return { key: `${row.id} ${lot.lot}`, action: 'same', name: '', changes: [], data: { line, row, days, lot } };
    });
    if (read.faults.length > 0) return { rows: [], faults: read.faults };
    const { shipments, faults } = shipmentsOfLines(read.rows.map(({ data }) => data));
    const labels = new Map<string, string>(columns.map(({ key, label }) => [key, label]));
    return {
      faults: faults.map(({ line, column, message }) => ({ line, column: labels.get(column) ?? '', message })),
      rows: shipments.map(({ line, row, shipment }) => {
        const changes = changesOf(row, shipment);
        const action = changes.length === 0 ? 'same' : row.shipDay === null ? 'create' : 'update';
        return { line, action, name: row.venueName, changes, data: { row, shipment } };
      }),
    };
  },
  save: async (ctx, _place, planned) => {
    for (const { data } of planned) await keepShipment(ctx, data.row, data.shipment, 'file');
  },
};
