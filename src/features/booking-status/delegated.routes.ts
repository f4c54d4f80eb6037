import { z } from 'zod';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page, type Route } from '../../platform/http/index.ts';
import { can } from '../../policy.ts';
import { bookingStatusForm } from './booking-status.form.ts';
import { delegatedListPage, delegatedPage } from './delegated.page.tsx';
import { type Delegated, loadDelegated, loadDelegatedTo } from './delegated.store.ts';
import { updateDelegated } from './update-delegated.service.ts';

const pageSize = 50;
const id = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);
const params = z.object({ id });

const own = async ({ tx, actor }: Ctx, venueId: number): Promise<Delegated> => {
  const venue = await loadDelegated(tx, venueId);
  if (!venue || !can(actor, 'booking-status.delegated', venue)) throw notFound();
  return venue;
};

const one = page({
  path: '/booking-status/venues/:id',
  permission: 'booking-status.delegated',
  params,
  load: (ctx, { params }) => own(ctx, params.id),
  view: delegatedPage,
});

/** S31: a booking vendor keeps the marks of the venues that delegated to it. */
export const delegatedRoutes: readonly Route[] = [
  page({
    path: '/booking-status/venues',
    permission: 'booking-status.delegated',
    query: z.object({ q: z.string().max(200).default(''), after: id.optional(), saved: id.optional() }),
    load: async (ctx, { query: { q, after, saved } }) => {
      const rows = await loadDelegatedTo(ctx.tx, ctx.actor.org.id, q, pageSize + 1, after);
      const venue = saved ? await loadDelegated(ctx.tx, saved) : null;
      return {
        venues: rows.slice(0, pageSize),
        more: rows.length > pageSize,
        q,
        saved: venue && can(ctx.actor, 'booking-status.delegated', venue) ? venue : null,
      };
    },
    view: delegatedListPage,
  }),
  one,
  action({
    path: '/booking-status/venues/:id',
    permission: 'booking-status.delegated',
    audit: 'booking-status.update',
    form: bookingStatusForm,
    params,
    page: one,
    run: async (ctx, { params, input }) => updateDelegated(ctx, await own(ctx, params.id), input),
  }),
];
