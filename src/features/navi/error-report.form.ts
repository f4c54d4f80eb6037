import { choice, lines } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { faultNames, faults, longestNote } from './error-report.ts';

/** 「情報の誤りを知らせる」 (S25). Asks for nothing about who reports. */
export const errorReportForm = form('error-report', {
  fault: field(choice(faults), {
    label: 'どこが違いますか',
    kind: 'radio',
    required: true,
    options: faults.map((value) => ({ value, label: faultNames[value] })),
  }),
  note: field(lines(longestNote), { label: '正しい内容など', kind: 'textarea' }),
});

/** 「対応済みにする」 of one report. */
export const errorHandledForm = form('error-handled', {});
