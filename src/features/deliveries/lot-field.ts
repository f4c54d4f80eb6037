import { dayOrEmpty, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { field, table } from '../../kernel/form.ts';
import { lotOrEmpty } from '../lots/index.ts';

/** Lots of one delivery, a line each; lines left blank are not there. */
export const lotTable = () =>
  table(
    {
      lot: field(lotOrEmpty(), { label: 'ロット番号', size: 12 }),
      expiry: field(dayOrEmpty(), { label: '有効期限', kind: 'date' }),
      vials: field(wholeNumberOrEmpty({ min: 1, max: 999_999 }), { label: 'バイアル数', kind: 'number', unit: '本' }),
    },
    { label: 'ロット' },
  );
