/** What a venue gets, one row an item (M3.1-2): vaccine, 接種用＋希釈用針, 接種用シリンジ, 希釈用シリンジ. */
const items = ['vaccine', 'needle', 'syringe', 'diluent_syringe'] as const;
export type Item = (typeof items)[number];
