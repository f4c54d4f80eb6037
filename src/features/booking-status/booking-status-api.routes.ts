import { z } from 'zod';
import { formatInstant } from '../../kernel/calendar.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { api, type Route } from '../../platform/http/index.ts';
import { can } from '../../policy.ts';
import { bookingMarks, chosenMarks, markLabel } from './booking-status.ts';
import { type Delegated, loadDelegatedByCode, loadDelegatedTo } from './delegated.store.ts';
import { updateDelegated } from './update-delegated.service.ts';

const byKey = { permission: 'booking-status.delegated', scope: 'booking-status:write' } as const;
const most = 200;
const code = z.string().regex(/^[0-9A-Z]{10}$/, '保険医療機関コードは10桁で指定してください。');

const venue = z.object({
  code,
  name: z.string(),
  municipalityCode: z.string(),
  mark: z.enum([...chosenMarks, 'unset']),
  label: z.string(),
  markedAt: z.string().nullable().describe('ISO 8601; null: まだ登録されていない'),
});

const toVenue = ({ code, name, municipalityCode, mark, markedAt }: Delegated): z.infer<typeof venue> => ({
  code,
  name,
  municipalityCode,
  mark,
  label: markLabel(mark),
  markedAt: markedAt?.toISOString() ?? null,
});

const own = async ({ tx, actor }: Ctx, venueCode: string): Promise<Delegated> => {
  const found = await loadDelegatedByCode(tx, venueCode);
  if (!found || !can(actor, 'booking-status.delegated', found))
    throw notFound(`委託を受けている医療機関・接種会場に、コード ${venueCode} はありません。`);
  return found;
};

/** S31: a booking vendor's system keeps the marks of the venues that delegated to it. */
export const bookingStatusApi: readonly Route[] = [
  api({
    ...byKey,
    path: '/api/v1/booking-status',
    method: 'GET',
    audit: 'booking-status.read',
    summary: `委託を受けている医療機関・接種会場の予約受付状況（名前順、${most}件まで）`,
    query: z.object({ q: z.string().max(200).default('').describe('名称・住所・コードの一部') }),
    answer: z.object({ venues: z.array(venue) }),
    run: async (ctx, { query }) => ({
      venues: (await loadDelegatedTo(ctx.tx, ctx.actor.org.id, query.q, most)).map(toVenue),
    }),
  }),
  api({
    ...byKey,
    path: '/api/v1/booking-status/:code',
    method: 'PUT',
    audit: 'booking-status.update',
    summary: '予約受付状況の更新',
    description: `すぐに公開される。mark：${bookingMarks.map(({ value, sign, meaning }) => `${value} ${sign} ${meaning}`).join('、')}`,
    params: z.object({ code: z.string() }),
    body: z.strictObject({ mark: z.enum(chosenMarks, `markは${chosenMarks.join('・')}のどれかを指定してください。`) }),
    answer: venue.extend({ message: z.string() }),
    run: async (ctx, { params, body }) => {
      const former = await own(ctx, params.code);
      await updateDelegated(ctx, former, body);
      const now = { ...former, mark: body.mark, markedAt: ctx.now };
      return {
        ...toVenue(now),
        message: `${formatInstant(ctx.now)}に「${markLabel(body.mark)}」へ更新しました。`,
      };
    },
  }),
];
