import { z } from 'zod';
import { choice, text } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { scopeNames } from '../../policy.ts';
import { lifetimes, scopeWords } from './api-keys.ts';

const chosenScopes = () =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((raw) => scopeNames.filter((scope) => [raw].flat().includes(scope)))
    .refine((chosen) => chosen.length > 0, '{label}を1つ以上選択してください。');

/** 「APIキーの発行」. */
export const apiKeyForm = form('api-key', {
  name: field(text(40), {
    label: '名前',
    required: true,
    size: 30,
    maxLength: 40,
    hint: 'どのシステムで使うキーか、後で分かる名前にします。',
  }),
  scopes: field(chosenScopes(), {
    label: 'できること',
    kind: 'check',
    required: true,
    options: scopeNames.map((value) => ({ value, ...scopeWords[value] })),
  }),
  lifetime: field(choice(lifetimes), {
    label: '有効期間',
    kind: 'choice',
    required: true,
    options: lifetimes.map((value) => ({ value, label: `${value}日` })),
  }),
});

/** 「このキーを取り消す」. */
export const revokeForm = form('api-key-revoke', {});
