/** What a venue gets, one row an item (M3.1-2): vaccine, 接種用＋希釈用針, 接種用シリンジ, 希釈用シリンジ. */
export const items = ['vaccine', 'needle', 'syringe', 'diluent_syringe'] as const;
export type Item = (typeof items)[number];

export const itemNames = {
  vaccine: 'ワクチン',
  needle: '接種用＋希釈用針',
  syringe: '接種用シリンジ',
  diluent_syringe: '希釈用シリンジ',
} as const satisfies Record<Item, string>;
