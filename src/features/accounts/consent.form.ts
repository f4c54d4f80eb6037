import { z } from 'zod';
import { field, form } from '../../kernel/form.ts';

/** 「個人情報同意画面」 (M1.2-6). */
export const consentForm = form('consent', {
  agree: field(z.literal('1', 'ガイドライン等の内容を確認し、「同意する」にチェックを入れてください。'), {
    label: '同意する',
    kind: 'check',
    required: true,
  }),
});
