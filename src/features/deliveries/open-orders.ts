import { z } from 'zod';
import { itemName, type Order, unitOf } from './distribution.ts';
import { listQuery } from './list-query.ts';

/** The address of the order list for other systems: the filters of the screen. */
export const orderListQuery = listQuery.pick({
  cycle: true,
  prefecture: true,
  municipality: true,
  item: true,
  after: true,
});

const day = z.string().nullable().describe('YYYY-MM-DD');

/** One row of the order list as other systems get it (S8). Within /v1 fields are only added. */
const openOrder = z.object({
  id: z.number().int().describe('この行の番号。変わらない'),
  venueCode: z.string().describe('保険医療機関コード（10桁）'),
  venueName: z.string(),
  deliveryName: z.string().describe('納入先名'),
  deliveryAddress: z.string().describe('納入先住所'),
  prefectureCode: z.string(),
  municipalityCode: z.string(),
  item: z.enum(['vaccine', 'needle', 'syringe', 'diluent_syringe']),
  itemName: z.string(),
  units: z.number().int().nullable().describe('最小包装単位の数。null: バイアル単位の分配'),
  unitName: z.string(),
  pieces: z.number().int().describe('バイアル数・本数'),
  storage: z.enum(['freezer', 'dry_ice']).nullable().describe('保管管理'),
  shipDay: day,
  deliveryDay: day,
  version: z.number().int(),
});

export const openOrderList = z.object({
  asOf: z.string(),
  cycles: z
    .array(
      z.object({
        id: z.number().int(),
        number: z.number().int(),
        branch: z.number().int().nullable(),
        vaccine: z.string(),
      }),
    )
    .describe('発注のあるクール。新しい順'),
  cycle: z.number().int().nullable().describe('この一覧のクール。null: 発注がまだない'),
  total: z.number().int(),
  orders: z.array(openOrder),
  next: z.string().nullable().describe('続きがあるとき、次の after の値'),
});

export const toOpenOrder = ({ row, delivery }: Order): z.infer<typeof openOrder> => ({
  id: row.id,
  venueCode: row.venueCode,
  venueName: row.venueName,
  deliveryName: delivery.name,
  deliveryAddress: delivery.address,
  prefectureCode: row.prefectureCode,
  municipalityCode: row.municipalityCode,
  item: row.item,
  itemName: itemName(row),
  units: row.units,
  unitName: unitOf(row),
  pieces: row.pieces,
  storage: row.storage,
  shipDay: row.shipDay,
  deliveryDay: row.deliveryDay,
  version: row.version,
});
