import type { Day } from '../../kernel/calendar.ts';
import type { Boxes, Doses, Vials } from '../../kernel/quantities.ts';
import type { Item } from '../allocations/index.ts';

/** Needles and syringes in the manual's words, in the order of chapter 3; the vaccine goes by its own name. */
const supplyNames = {
  needle: '接種用＋希釈用針（100本/箱）',
  syringe: '接種用シリンジ（100本/箱）',
  diluent_syringe: '希釈用シリンジ（100本/箱）',
} as const;

export const storageWords = { freezer: '冷凍庫', dry_ice: 'ドライアイス' } as const;
type Storage = keyof typeof storageWords;

/** A lot of one delivery: what was said to be in it, and what the venue counted (null before 受領確認). */
export type Lot = {
  readonly id: number;
  readonly lot: string;
  readonly expiry: Day | null;
  readonly vials: Vials;
  readonly receivedVials: Vials | null;
  /** 使用見合わせ (S27) */
  readonly stopped: boolean;
};

/** 納入先: where the deliveries of a venue go. */
export type Delivery = { readonly name: string; readonly address: string };

/** A row of the order list (S8). */
export type Order = { readonly row: Distribution; readonly delivery: Delivery };

/** One row of chapter 3: an item of a クール for a venue, from 確定 to 受領確認. */
export type Distribution = {
  readonly id: number;
  readonly cycleId: number;
  readonly number: number;
  readonly branch: number | null;
  readonly deliveryFrom: Day;
  readonly deliveryTo: Day;
  readonly vaccineId: number;
  readonly vaccineName: string;
  /** Word for the 最小包装単位 of the vaccine. */
  readonly unitName: string;
  readonly venueId: number;
  readonly venueCode: string;
  readonly venueName: string;
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly item: Item;
  /** 【分配量（最小包装単位）】; null where it is handed on by vials. */
  readonly units: Boxes | null;
  /** 分配量（バイアル数・本数）. */
  readonly pieces: Vials;
  /** 分配量（接種回数）; vaccine only. */
  readonly doses: Doses | null;
  readonly dosesPerVial: number;
  readonly storage: Storage | null;
  readonly makerId: number | null;
  readonly wholesalerId: number | null;
  readonly shipDay: Day | null;
  readonly nextExchangeDay: Day | null;
  readonly afterNextExchangeDay: Day | null;
  readonly deliveryDay: Day | null;
  readonly deliveredAt: Date | null;
  readonly receivedAt: Date | null;
  readonly version: number;
  readonly savedAt: Date | null;
  readonly savedBy: string | null;
  readonly lots: readonly Lot[];
};

export const isVaccine = ({ item }: Pick<Distribution, 'item'>): boolean => item === 'vaccine';

/** 「コミナティ筋注」 or 「接種用シリンジ（100本/箱）」. */
export const itemName = ({ item, vaccineName }: Pick<Distribution, 'item' | 'vaccineName'>): string =>
  item === 'vaccine' ? vaccineName : supplyNames[item];

/** The word behind the units: 箱, or what the vaccine is packed in. */
export const unitOf = ({ item, unitName }: Pick<Distribution, 'item' | 'unitName'>): string =>
  item === 'vaccine' ? unitName : '箱';

/** 「1箱（195本）」, or only 「40本」 where it is handed on by vials. */
export const amountText = (row: Pick<Distribution, 'item' | 'unitName' | 'units' | 'pieces'>): string => {
  const pieces = `${row.pieces.toLocaleString('ja-JP')}本`;
  return row.units === null ? pieces : `${row.units.toLocaleString('ja-JP')}${unitOf(row)}（${pieces}）`;
};

/** What the venue counted less what was announced, over all lots; null before 受領確認. */
export const differenceOf = (lots: readonly Pick<Lot, 'vials' | 'receivedVials'>[]): number | null => {
  let sum: number | null = null;
  for (const { vials, receivedVials } of lots) if (receivedVials !== null) sum = (sum ?? 0) + receivedVials - vials;
  return sum;
};

/** Did the venue count anything but what was announced, lot by lot? Lots that cancel each other out still differ. */
export const differs = (lots: readonly Pick<Lot, 'vials' | 'receivedVials'>[]): boolean =>
  lots.some(({ vials, receivedVials }) => receivedVials !== null && receivedVials !== vials);

/** Nobody has said what is in the box: whoever delivers it does. */
export const needsLots = (row: Pick<Distribution, 'item' | 'lots'>): boolean => isVaccine(row) && row.lots.length === 0;

/** Dry ice is exchanged only where the vaccine is kept in it. */
export const hasExchanges = ({ storage }: Pick<Distribution, 'storage'>): boolean => storage === 'dry_ice';
