import { choiceOrEmpty } from '../../kernel/fields.ts';
import { field, form, table } from '../../kernel/form.ts';
import { lineOrEmpty } from './field-schemas.ts';
import { venueFields } from './venue-fields.ts';
import { roleNames } from './venues.ts';

/** 「医療機関・接種会場の編集」 (M2.1-2), and the same fields edited in place (M1.8-2). */
export const venueForm = form('venue', {
  ...venueFields,
  /** 取扱ワクチン, keyed by vaccine. */
  handled: table(
    {
      role: field(choiceOrEmpty(['basic', 'satellite']), {
        label: '区分',
        kind: 'choice',
        approval: true,
        options: Object.entries(roleNames).map(([value, label]) => ({ value, label })),
      }),
    },
    { label: '取扱ワクチン', approval: true },
  ),
  // For typing only: 「住所確定」 takes them over into 登録情報 (M2.1-3-7).
  deliveryPostalInput: field(lineOrEmpty(20), {
    label: '（入力用）納入先郵便番号(000-0000)',
    size: 10,
  }),
  deliveryTownInput: field(lineOrEmpty(200), { label: '（入力用）納入先住所', size: 40 }),
  deliveryStreetInput: field(lineOrEmpty(150), { label: '（入力用）番地・建物名', size: 40, maxLength: 150 }),
});
