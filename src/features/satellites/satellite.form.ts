import { idOrEmpty, textOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';

const label = '（連携先の）基本型接種施設';

/** 「サテライト型の連携の編集」 (S34). */
export const satelliteForm = form('satellite', {
  basicVenueId: field(idOrEmpty(), {
    label,
    kind: 'lookup',
    required: true,
    help: 'このワクチンの基本型接種施設だけを検索できます。保険医療機関コードでも探すときは「すべての項目」を選びます。',
  }),
  // What stands in the field, and whether its magnifier was pressed where no script opens the dialog.
  basicVenueId__text: field(textOrEmpty(200), { label, kind: 'hidden' }),
  _lookup: field(textOrEmpty(40), { label, kind: 'hidden' }),
});

/** 「連携を解除する」. */
export const unlinkForm = form('unlink-satellite', {});
