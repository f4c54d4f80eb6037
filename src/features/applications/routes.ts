import { z } from 'zod';
import { type InputOf, idsOf } from '../../kernel/form.ts';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { action, page } from '../../platform/http/index.ts';
import type { Room } from '../../platform/room.ts';
import { can } from '../../policy.ts';
import { approveForm, approveSeveralForm, sendBackForm, withdrawForm } from './application.form.ts';
import { type ApplicationPageData, applicationPage } from './application.page.tsx';
import { type ApplicationListData, applicationListPage } from './application-list.page.tsx';
import { loadApplication, loadApplications, loadRevisions } from './applications.store.ts';
import {
  approveApplication,
  approveApplications,
  type Picked,
  sendBackApplication,
} from './decide-application.service.ts';
import { withdrawApplication } from './withdraw-application.service.ts';

const pageSize = 50;
const params = z.object({ id: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER) });

/** The rows that were picked; a key that is no id names no 申請. */
const pickedIn = (rows: InputOf<typeof approveSeveralForm>['rows']): Picked[] => {
  const picked = Object.fromEntries(Object.entries(rows).filter(([, { pick }]) => pick));
  const ids = idsOf(picked);
  if (ids === null) throw notFound();
  return ids.map((id) => ({ id, version: picked[id]?.version ?? 0 }));
};

const loadOne = async (ctx: Ctx, id: number, justDone: boolean): Promise<ApplicationPageData> => {
  const application = await loadApplication(ctx.tx, id);
  if (!application || !can(ctx.actor, 'application.view', application)) throw notFound();
  const open = application.state === 'open';
  return {
    application,
    revisions: await loadRevisions(ctx.tx, id),
    mayDecide: open && can(ctx.actor, 'application.decide', application),
    mayWithdraw: open && can(ctx.actor, 'application.withdraw', application),
    justDone: justDone && !open,
  };
};

const listQuery = z.object({
  show: z.enum(['open', 'done']).default('open'),
  after: z.coerce.number().int().positive().optional(),
  approved: z.coerce.number().int().positive().optional(),
});

const loadList = async (
  ctx: Ctx,
  { show, after, approved }: z.infer<typeof listQuery>,
): Promise<ApplicationListData> => {
  const { municipalityCode } = ctx.actor.org;
  if (!municipalityCode) throw notFound();
  const states = show === 'open' ? (['open'] as const) : (['approved', 'returned', 'withdrawn'] as const);
  const rows = await loadApplications(ctx.tx, { municipalityCode, states, ...(after && { after }) }, pageSize + 1);
  return {
    applications: rows.slice(0, pageSize),
    more: rows.length > pageSize,
    show,
    ...(approved !== undefined && { approved }),
  };
};

const one = page({
  path: '/applications/:id',
  permission: 'application.view',
  params,
  query: z.object({ done: z.literal('1').optional() }),
  load: (ctx, { params, query }) => loadOne(ctx, params.id, query.done === '1'),
  view: applicationPage,
});

const list = page({
  path: '/applications',
  permission: 'application.decide',
  query: listQuery,
  load: (ctx, { query }) => loadList(ctx, query),
  view: applicationListPage,
});

export const applicationsRoom: Room = {
  name: 'applications',
  routes: [
    list,
    action({
      path: '/applications',
      permission: 'application.decide',
      audit: 'application.approve-several',
      form: approveSeveralForm,
      page: list,
      run: (ctx, { input }) => approveApplications(ctx, pickedIn(input.rows)),
    }),
    one,
    action({
      path: '/applications/:id/approve',
      permission: 'application.decide',
      audit: 'application.approve',
      form: approveForm,
      params,
      page: one,
      run: (ctx, { params }) => approveApplication(ctx, params.id),
    }),
    action({
      path: '/applications/:id/return',
      permission: 'application.decide',
      audit: 'application.return',
      form: sendBackForm,
      params,
      page: one,
      run: (ctx, { params, input }) => sendBackApplication(ctx, params.id, input.reason),
    }),
    action({
      path: '/applications/:id/withdraw',
      permission: 'application.withdraw',
      audit: 'application.withdraw',
      form: withdrawForm,
      params,
      page: one,
      run: (ctx, { params }) => withdrawApplication(ctx, params.id),
    }),
  ],
};
