import { choice, choiceOrEmpty, id, lines } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { audiences, topics } from '../knowledge/index.ts';
import { commentLength, questionLength } from './chat.ts';

const sentence = lines(questionLength).refine(
  (text) => /[\p{L}\p{N}]/u.test(text),
  '{label}を文章で入力してください。',
);

/** 「V-SYSお問合せ」 (MC-1). */
export const askForm = form('ask', {
  audience: field(choiceOrEmpty(audiences.map(({ value }) => value)), {
    label: '対象者',
    kind: 'choice',
    options: [{ value: '', label: 'すべての対象者' }, ...audiences],
  }),
  topic: field(choiceOrEmpty(topics.map(({ value }) => value)), {
    label: 'カテゴリ',
    kind: 'choice',
    options: [{ value: '', label: 'すべてのカテゴリ' }, ...topics],
  }),
  question: field(sentence, {
    label: 'お問い合わせ内容',
    kind: 'textarea',
    required: true,
    maxLength: questionLength,
    hint: `単語ではなく、「V-SYSのマニュアルはどこにありますか」など、なるべく文章で入力してください（${questionLength}文字以内）。`,
  }),
});

/** One of the questions that were offered. */
export const chooseForm = form('choose', {
  article: field(id(), { label: '近い質問', kind: 'hidden' }),
});
/** 「この中にはない」 */
export const noneForm = form('none', {});

/** 「この回答は役にたちましたか？」 */
export const voteForm = form('vote', {
  helpful: field(choice(['yes', 'no']), { label: 'この回答は役にたちましたか？', kind: 'hidden' }),
});
export const commentForm = form('comment', {
  comment: field(lines(commentLength), {
    label: 'ご意見・ご感想',
    kind: 'textarea',
    maxLength: commentLength,
    hint: `任意です（${commentLength}文字以内）。個人情報は入力しないでください。`,
  }),
});

/** What the desk does with a question that found nothing. */
export const teachForm = form('teach', {
  article: field(id(), {
    label: '答えになる記事',
    kind: 'choice',
    required: true,
    hint: '選ぶと、この質問の言葉でもその記事が見つかるようになります。',
  }),
});
export const settleForm = form('settle', {});
