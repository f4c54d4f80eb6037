import { choice, id, lines, text } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { bodyLength } from './inquiry.form.ts';

const said = (label: string) => lines(bodyLength).refine((typed) => typed !== '', `${label}を入力してください。`);

/** The asker adds something to the own inquiry. */
export const messageForm = form('message', {
  text: field(said('追加の内容'), { label: '追加の内容', kind: 'textarea', required: true, maxLength: bodyLength }),
});

/** The desk answers, by mail or after a call. */
export const answerForm = form('answer', {
  by: field(choice(['mail', 'phone']), {
    label: '回答の方法',
    kind: 'radio',
    required: true,
    options: [
      { value: 'mail', label: 'メールで送る' },
      { value: 'phone', label: '電話で伝えた（内容を記録する）' },
    ],
  }),
  text: field(said('回答'), { label: '回答', kind: 'textarea', required: true, maxLength: bodyLength }),
});

/** Seen inside the desk only. */
export const noteForm = form('note', {
  text: field(said('メモ'), {
    label: '内部メモ',
    kind: 'textarea',
    required: true,
    maxLength: bodyLength,
    hint: 'サービスデスクの中だけで見られます。',
  }),
});
export const assignForm = form('assign', {
  assignee: field(id(), { label: '担当者', kind: 'choice', required: true }),
});
export const closeForm = form('close', {});
export const reopenForm = form('reopen', {});

/** 定型文 */
export const cannedForm = form('canned', {
  title: field(text(60), { label: '名前', required: true, size: 32 }),
  body: field(said('文'), { label: '文', kind: 'textarea', required: true, maxLength: bodyLength }),
});
export const removeCannedForm = form('remove-canned', {});
