import { z } from 'zod';
import { choice, instant, instantOrEmpty, lines, text } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import type { Column } from '../../kernel/policy.ts';
import { audienceRoles, importances } from './announcements.ts';

const known: readonly string[] = audienceRoles.map(({ value }) => value);

/** Several of the roles, at least one. */
const roles = (): z.ZodType<readonly Column[]> =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((value) => [value].flat().filter((role) => role !== ''))
    .refine((list) => list.length > 0, '{label}を選択してください。')
    .refine((list) => list.every((role) => known.includes(role)), '{label}を選択し直してください。')
    .transform((list) => [...new Set(list)] as Column[]);

/** 「お知らせの編集」 (M1.5-1 ④). */
export const announcementForm = form('announcement', {
  title: field(text(80), { label: '件名', required: true, maxLength: 80, size: 48 }),
  body: field(lines(4000).refine((value) => value !== '', '{label}を入力してください。') as z.ZodType<string>, {
    label: '本文',
    kind: 'textarea',
    required: true,
    hint: '改行はそのまま表示されます。https:// で始まるアドレスはリンクになります。',
  }),
  importance: field(choice(importances.map(({ value }) => value)), {
    label: '重要度',
    kind: 'radio',
    required: true,
    options: importances,
  }),
  roles: field(roles(), { label: '対象者', kind: 'check', required: true, options: audienceRoles }),
  area: field(z.string().regex(/^(\d{2}|\d{6})?$/, '{label}を選択し直してください。'), {
    label: '対象地域',
    kind: 'choice',
    required: true,
  }),
  shownFrom: field(instant(), { label: '掲載の開始', kind: 'datetime', required: true }),
  shownTo: field(instantOrEmpty(), {
    label: '掲載の終了',
    kind: 'datetime',
    hint: '空のままにすると、取り下げるまで掲載します。',
  }),
});

export const publishForm = form('publish-announcement', {});
export const withdrawForm = form('withdraw-announcement', {});
