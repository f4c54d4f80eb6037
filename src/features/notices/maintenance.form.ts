import { instant, instantOrEmpty, text } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';

/** 「閲覧専用モードにする」 (S36). */
export const readOnlyForm = form('read-only', {
  message: field(text(200), {
    label: '表示する文',
    required: true,
    maxLength: 200,
    size: 48,
    hint: 'すべてのページの上部に表示されます。理由を短く書いてください（例：データベースの点検を行っています。）。',
  }),
  until: field(instantOrEmpty(), {
    label: '終了の見込み',
    kind: 'datetime',
    hint: 'わからないときは空のままにします。この時刻になっても自動では終わりません。',
  }),
});

/** 「閲覧専用モードを終了する」. */
export const writableForm = form('writable', {});

/** A notice ahead of works. */
export const maintenanceForm = form('maintenance', {
  text: field(text(200), {
    label: 'お知らせの文',
    required: true,
    maxLength: 200,
    size: 48,
    hint: '例：4月27日 22:00〜24:00 にメンテナンスを行います。この間は登録・変更ができません。',
  }),
  shownFrom: field(instant(), { label: '表示の開始', kind: 'datetime', required: true }),
  shownTo: field(instant(), { label: '表示の終了', kind: 'datetime', required: true }),
});

export const withdrawMaintenanceForm = form('withdraw-maintenance', {});
