import type { Day } from '../../kernel/calendar.ts';
import { type Boxes, boxes, type Doses, doses, type Vials, vials } from '../../kernel/quantities.ts';

/** A vaccine as it is packed, stored and brought to the venues (data, with effective dates). */
export type Vaccine = {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly shortName: string;
  readonly makerId: number;
  readonly makerName: string;
  readonly storage: '-75' | '-20' | '2-8';
  /** Word for the 最小包装単位: 箱 or バイアル. */
  readonly unitName: string;
  readonly vialsPerUnit: number;
  readonly dilution: boolean;
  /** Asks 保管管理 (冷凍庫/ドライアイス) with the request (M2.4-3-2). */
  readonly asksStorage: boolean;
  readonly intervalDays: number | null;
  readonly route: 'maker' | 'wholesaler';
  readonly announcedFrom: Day;
  readonly usableFrom: Day;
  readonly version: number;
};

export type Pack = Pick<Vaccine, 'vialsPerUnit' | 'dilution'>;

/** One who makes vaccines, to choose from. */
export type Maker = { readonly id: number; readonly name: string };

export const storageNames = { '-75': '-75℃', '-20': '-20℃', '2-8': '2〜8℃' } as const;
export const routeNames = { maker: '製薬メーカーが直接納入する', wholesaler: '卸業者が納入する' } as const;

/** 分配量（バイアル数） of a number of 最小包装単位. */
export const vialsOf = (units: Boxes, { vialsPerUnit }: Pick<Pack, 'vialsPerUnit'>): Vials =>
  vials(units * vialsPerUnit);
/** 分配量（接種回数） of a number of vials at the doses per vial frozen on the row. */
export const dosesOf = (count: Vials, dosesPerVial: number): Doses => doses(count * dosesPerVial);

/** Needles and syringes that go with vaccine, boxes of 100. */
export type Supplies = { readonly needles: Boxes; readonly syringes: Boxes; readonly diluentSyringes: Boxes };

const hundreds = (pieces: number): Boxes => boxes(Math.ceil(pieces / 100));

/** 接種用＋希釈用針, 接種用シリンジ, 希釈用シリンジ（100本/箱） for a number of vials (rule of facts: default, not public). */
export const suppliesFor = (count: Vials, dosesPerVial: number, { dilution }: Pick<Pack, 'dilution'>): Supplies => {
  const shots = dosesOf(count, dosesPerVial);
  return {
    needles: hundreds(shots + (dilution ? count : 0)),
    syringes: hundreds(shots),
    diluentSyringes: dilution ? hundreds(count) : boxes(0),
  };
};

export type DosesPerVial = { readonly fromDay: Day; readonly doses: number };

/** The doses per vial valid for a クール: by the first day of its 標準配送期間; null before the first entry. */
export const dosesPerVialOn = (entries: readonly DosesPerVial[], deliveryFrom: Day): number | null =>
  entries.filter(({ fromDay }) => fromDay <= deliveryFrom).sort((a, b) => (a.fromDay < b.fromDay ? 1 : -1))[0]?.doses ??
  null;
