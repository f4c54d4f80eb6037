import { check, dayOrEmpty, textOrEmpty, wholeNumber } from '../../kernel/fields.ts';
import { field, form, table } from '../../kernel/form.ts';
import { lotOrEmpty } from '../lots/index.ts';
import { gridFields } from './grid.ts';
import { lotTable } from './lot-field.ts';

const shipDay = () => field(dayOrEmpty(), { label: '製薬メーカー出荷日', kind: 'date' });
const lot = () => field(lotOrEmpty(), { label: 'ロット番号', size: 10 });
const expiry = () => field(dayOrEmpty(), { label: '有効期限', kind: 'date' });
const nextExchangeDay = () => field(dayOrEmpty(), { label: '次回交換期日', kind: 'date' });
const afterNextExchangeDay = () => field(dayOrEmpty(), { label: '次々回交換期日', kind: 'date' });

/** What is entered for one row, and for many at once (left blank: stays as it is). */
const columns = () => ({
  shipDay: shipDay(),
  lot: lot(),
  expiry: expiry(),
  nextExchangeDay: nextExchangeDay(),
  afterNextExchangeDay: afterNextExchangeDay(),
});

/** 「製薬メーカー出荷日の登録」 (S9): many rows in a table, one lot a row; `was` says what stood there when it was opened. */
export const shipmentsForm = form('shipments', {
  ...gridFields,
  ...columns(),
  rows: table(
    {
      pick: field(check(), { label: '選択', kind: 'check' }),
      ...columns(),
      was: field(textOrEmpty(200), { label: '入力', kind: 'hidden' }),
      version: field(wholeNumber(), { label: '版', kind: 'hidden' }),
    },
    { label: '製薬メーカー出荷日' },
  ),
});

/** One row on its own page: several lots, each with its vials. */
export const shipmentForm = form('shipment', {
  shipDay: shipDay(),
  nextExchangeDay: nextExchangeDay(),
  afterNextExchangeDay: afterNextExchangeDay(),
  lots: lotTable(),
});
