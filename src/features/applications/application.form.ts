import { check, lines, wholeNumber } from '../../kernel/fields.ts';
import { field, form, table } from '../../kernel/form.ts';

/** 「承認」 of one 申請. */
export const approveForm = form('application-approve', {});

/** 「差戻し」: the reason goes to the institution. */
export const sendBackForm = form('application-return', {
  reason: field(
    lines(1000).refine((text) => text !== '', '{label}を入力してください。'),
    {
      label: '差戻しの理由',
      kind: 'textarea',
      required: true,
      maxLength: 1000,
      hint: '医療機関・接種会場にメールで送られます。どこをどう直せばよいかを書いてください。',
    },
  ),
});

/** 「取下げ」 by the institution itself. */
export const withdrawForm = form('application-withdraw', {});

/** Several at once: which rows, and the version each was seen in. */
export const approveSeveralForm = form('applications', {
  rows: table(
    {
      pick: field(check(), { label: '選択', kind: 'check' }),
      version: field(wholeNumber({ min: 1 }), { label: '版', kind: 'hidden' }),
    },
    { label: '申請' },
  ),
});
