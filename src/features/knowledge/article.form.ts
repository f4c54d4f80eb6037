import { z } from 'zod';
import { choice, dayOrEmpty, lines, text, textOrEmpty } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { articleTypes, audiences, topics } from './articles.ts';
import { markdownFault } from './markdown-faults.ts';

const bodyLimit = 20_000;
const valuesOf = <const V extends string>(list: readonly { readonly value: V }[]): V[] =>
  list.map(({ value }) => value);

const chosenAudiences = () =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((raw) => valuesOf(audiences).filter((audience) => [raw].flat().includes(audience)))
    .refine((chosen) => chosen.length > 0, '{label}を1つ以上選択してください。');

const markdown = () =>
  lines(bodyLimit)
    .refine((body) => body !== '', '{label}を入力してください。')
    .superRefine((body, context) => {
      const fault = markdownFault(body);
      if (fault) context.addIssue({ code: 'custom', message: fault });
    });

/** One version of an article, as the desk writes it. */
export const articleForm = form('article', {
  type: field(choice(valuesOf(articleTypes)), {
    label: '記事タイプ',
    kind: 'choice',
    required: true,
    options: articleTypes,
  }),
  title: field(text(100), { label: 'タイトル', required: true, size: 60, maxLength: 100 }),
  audiences: field(chosenAudiences(), { label: '対象者', kind: 'check', required: true, options: audiences }),
  topic: field(choice(valuesOf(topics)), { label: '情報種類', kind: 'choice', required: true, options: topics }),
  body: field(markdown(), {
    label: '本文',
    kind: 'textarea',
    required: true,
    size: 400,
    hint: 'Markdownで書きます：# 見出し、- 箇条書き、1. 手順、**太字**、[文字](アドレス)、![画像の説明](/knowledge/files/番号)、| 表 |',
  }),
  publishedOn: field(dayOrEmpty(), {
    label: '公開日',
    kind: 'date',
    hint: '空のときは、公開した日になります。先の日付にすると、その日から表示されます。',
  }),
  withdrawnOn: field(dayOrEmpty(), {
    label: '公開を終える日',
    kind: 'date',
    hint: 'この日から表示されなくなります。終えないときは空にします。',
  }),
  note: field(textOrEmpty(200), { label: '変更した内容', size: 60, maxLength: 200, hint: '版の履歴に残ります。' }),
});

export const submitForm = form('article-submit', {});
export const sendBackForm = form('article-send-back', {});
export const publishForm = form('article-publish', {});
export const withdrawForm = form('article-withdraw', {});
