import { z } from 'zod';
import { invalid } from '../../kernel/problem.ts';
import { api } from '../../platform/http/index.ts';
import { type CountKey, countKeys, countLabels, formOf } from './claim-forms.ts';
import { mostRows, readImport } from './claim-import.ts';
import { monthOfPath } from './load-claim-page.service.ts';
import { keepProposal } from './propose-claim.service.ts';
import { residenceNamed } from './residences.store.ts';

const count = z.int('{label}は0以上の整数で指定してください。').min(0, '{label}は0以上の整数で指定してください。');

const countOf = (key: CountKey) => count.nullish().describe(countLabels[key]);

const line = z.strictObject({
  coupon: z.enum(['with', 'without'], 'couponはwith（クーポン券あり）かwithout（なし）を指定してください。'),
  municipality: z.string().regex(/^\d{5,6}$/, 'municipalityは市町村コード（6桁）で指定してください。'),
  screening: countOf('screening'),
  older: countOf('older'),
  younger: countOf('younger'),
  overtime: countOf('overtime'),
  holiday: countOf('holiday'),
});

/** Counts from a clinic system in the words of the file, so that one reader checks both. */
const cellsOf = (one: z.infer<typeof line>): Record<string, string> => ({
  クーポン: one.coupon,
  市町村コード: one.municipality,
  ...Object.fromEntries(countKeys.map((key) => [countLabels[key], String(one[key] ?? '')])),
});

/** Counts by municipality from a clinic system: a proposal that the venue takes over on screen, never more. */
export const claimApi = api({
  path: '/api/v1/claims/:month/proposals',
  permission: 'claim.save',
  scope: 'claims:write',
  method: 'POST',
  audit: 'claim.propose',
  summary: '市町村別の回数の送信（請求の下書き）',
  description:
    '送っただけでは請求に入らない。画面で内容を確認し「保存」を押してはじめて請求になる。1行でも誤りがあれば受け付けない。',
  params: z.object({ month: z.string().describe('請求月 YYYY-MM') }),
  body: z.strictObject({ lines: z.array(line).min(1, '1行以上送ってください。').max(mostRows, '行が多すぎます。') }),
  answer: z.object({
    proposal: z.number().int(),
    lines: z.number().int().describe('受け付けた行数'),
    review: z.string().describe('確認する画面のアドレス'),
  }),
  run: async (ctx, { params, body }) => {
    const month = monthOfPath(ctx, params.month);
    const read = readImport(
      body.lines.map((one, i) => ({ line: i + 1, cells: cellsOf(one) })),
      formOf(month),
      residenceNamed,
    );
    if (read.faults.length > 0)
      throw invalid(Object.fromEntries(read.faults.map(({ row, text }) => [`lines.${row - 1}`, text])));
    const proposal = await keepProposal(ctx, month, read, 'api');
    return {
      proposal,
      lines: read.lines.length,
      review: `${ctx.publicUrl}/claims/${month}/proposals/${proposal}`,
    };
  },
});
