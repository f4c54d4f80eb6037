import { check, dayOrEmpty, wholeNumber, wholeNumberOrEmpty } from '../../kernel/fields.ts';
import { field, form, table } from '../../kernel/form.ts';
import { lotOrEmpty } from '../lots/index.ts';

const most = 999_999;

/** 「受領確認」 of vaccine (S11): what was counted of each announced lot, and lots that nobody announced. */
export const receiptForm = form('receipt', {
  lots: table(
    {
      received: field(wholeNumber({ max: most }), {
        label: '受け取った数',
        kind: 'number',
        unit: '本',
        required: true,
      }),
    },
    { label: 'ロット' },
  ),
  extra: table(
    {
      lot: field(lotOrEmpty(), { label: 'ロット番号', size: 12 }),
      expiry: field(dayOrEmpty(), { label: '有効期限', kind: 'date' }),
      received: field(wholeNumberOrEmpty({ min: 1, max: most }), { label: '受け取った数', kind: 'number', unit: '本' }),
    },
    { label: '納入の報告にないロット' },
  ),
});

/** 「受領確認」 of needles and syringes: the delivered ones of a クール, those that are there. */
export const supplyReceiptForm = form('supply-receipt', {
  items: table(
    {
      pick: field(check(), { label: '受け取った', kind: 'check' }),
      version: field(wholeNumber(), { label: '版', kind: 'hidden' }),
    },
    { label: '針・シリンジ' },
  ),
});
