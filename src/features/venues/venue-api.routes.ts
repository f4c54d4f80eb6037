import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { api, type Route } from '../../platform/http/index.ts';
import { loadApprovedIds } from './search-directory.store.ts';
import { seenRecord, venueRecord } from './seen-record.ts';
import { loadChoices } from './venue-names.store.ts';
import { loadRecords } from './venue-values.store.ts';

const byKey = { permission: 'directory.search', scope: 'venues:read', method: 'GET', audit: 'venue.read' } as const;
const code = z.string().regex(/^\d{10}$/, '{label}は10桁の数字で指定してください。');

const query = z.object({
  prefecture: z
    .string()
    .regex(/^\d{2}$/, '{label}は2桁の都道府県コードで指定してください。')
    .optional(),
  municipality: z
    .string()
    .regex(/^\d{6}$/, '{label}は6桁の市町村コードで指定してください。')
    .optional(),
  after: code.optional().describe('前の答えの next'),
  limit: z.coerce.number().int().min(1).max(200).default(100),
});

type Where = Parameters<typeof loadApprovedIds>[1];

const load = async ({ tx, actor }: Ctx, where: Where, limit: number) => {
  const choices = await loadChoices(tx);
  const records = await loadRecords(tx, await loadApprovedIds(tx, where, limit));
  return records.map((record) => seenRecord(actor, record, choices));
};

/** S29: registered venues for other systems, each with the fields that the key's organisation may see. */
export const venueApiRoutes: readonly Route[] = [
  api({
    ...byKey,
    path: '/api/v1/venue-records',
    summary: '医療機関・接種会場の登録情報（コード順。続きは next の値を after に指定）',
    description:
      '自組織が画面で見られる項目だけを返す：自施設と国はすべて、ほかの組織は公開している項目、製薬メーカーは自社のワクチンを取り扱う施設の連絡先メールアドレスも。',
    query,
    answer: z.object({ asOf: z.string(), venues: z.array(venueRecord), next: z.string().nullable() }),
    run: async (ctx, { query: { limit, ...where } }) => {
      const venues = await load(ctx, where, limit + 1);
      const shown = venues.slice(0, limit);
      ctx.note('', { rows: shown.length });
      return {
        asOf: ctx.now.toISOString(),
        venues: shown,
        next: venues.length > limit ? (shown.at(-1)?.code ?? null) : null,
      };
    },
  }),
  api({
    ...byKey,
    path: '/api/v1/venue-records/:code',
    summary: '医療機関・接種会場1件の登録情報',
    params: z.object({ code }),
    answer: venueRecord,
    run: async (ctx, { params }) => {
      const [found] = await load(ctx, params, 1);
      if (!found) throw notFound(`コード ${params.code} の医療機関・接種会場はありません。`);
      return found;
    },
  }),
];
