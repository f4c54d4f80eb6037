import { conflict, notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { can } from '../../policy.ts';
import { loadApplication } from './applications.store.ts';
import { withdrawOpen } from './propose-changes.service.ts';

/** 「取下げ」: the organisation takes its own 申請 back while it waits. */
export const withdrawApplication = async (ctx: Ctx, id: number): Promise<Outcome> => {
  const application = await loadApplication(ctx.tx, id);
  if (!application || !can(ctx.actor, 'application.withdraw', application)) throw notFound();
  if (application.state !== 'open') throw conflict('この申請はすでに処理されています。');
  await withdrawOpen(ctx, application);
  ctx.note(application.subject, { application: id }, application.orgId);
  return done(`/applications/${id}?done=1`);
};
