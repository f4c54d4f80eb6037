import { z } from 'zod';
import type { Month } from '../../kernel/calendar.ts';
import { choice } from '../../kernel/fields.ts';
import { field, form } from '../../kernel/form.ts';
import { routes } from './claim-rules.ts';

/** 「請求ルール」 of a municipality: how own residents' claims are sent, from a 請求月 on. */
export const claimRuleForm = form('claim-rule', {
  route: field(choice(routes.map(({ value }) => value)), {
    label: '同一市内にお住まいの方分の請求先',
    kind: 'radio',
    required: true,
    options: routes,
  }),
  fromMonth: field(
    z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, '{label}を選択してください。') as unknown as z.ZodType<Month>,
    {
      label: 'いつの請求月から',
      kind: 'choice',
      required: true,
      hint: '選んだ月より前の請求月は、それまでの請求ルールのままです。',
    },
  ),
});
