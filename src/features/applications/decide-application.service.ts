import { formatInstant } from '../../kernel/calendar.ts';
import { conflict, notFound, Problem, stale } from '../../kernel/problem.ts';
import { question } from '../../kernel/question.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome } from '../../platform/http/index.ts';
import { can } from '../../policy.ts';
import { applicationApproved, applicationReturned } from './application-news.ts';
import { type ApplicationState, applicationMoves, stateNames } from './applications.states.ts';
import { loadApplication } from './applications.store.ts';
import { type Application, labelsOf } from './applications.ts';
import { endApplication } from './save-application.store.ts';

/** The 申請 that the actor decides on; anything else does not exist for it. */
const ownApplication = async ({ tx, actor }: Ctx, id: number): Promise<Application> => {
  const application = await loadApplication(tx, id);
  if (!application || !can(actor, 'application.decide', application)) throw notFound();
  return application;
};

/** Who changed it since it was looked at: the newer version is on the page that comes back. */
const changedSince = ({ orgName, typist, changedAt }: Application): Problem =>
  stale(typist.userName ? `${typist.orgName}の${typist.userName}さん` : orgName, formatInstant(changedAt));

const checkOpen = (application: Application, version: number | null): void => {
  const { state, decision } = application;
  if (state !== applicationMoves.approve.from[0])
    throw conflict(
      `この申請は${decision ? `${formatInstant(decision.at)}に${decision.orgName}が` : ''}「${stateNames[state]}」にしました。`,
    );
  if (version !== application.version) throw changedSince(application);
};

const end = async (ctx: Ctx, application: Application, state: Exclude<ApplicationState, 'open'>, reason = '') => {
  const by = { at: ctx.now, userId: ctx.actor.userId, orgId: ctx.actor.org.id };
  if (!(await endApplication(ctx.tx, application, state, reason, by))) throw changedSince(application);
};

const approve = async (ctx: Ctx, application: Application): Promise<void> => {
  await end(ctx, application, 'approved');
  const { id, subject, orgId, changes } = application;
  await ctx.emit('application.approved', { applicationId: id, subject, orgId, changes, actor: ctx.actor });
  await ctx.emit('news.told', applicationApproved(application, ctx.actor.org.name));
};

/** 「承認」 (M2.1-10-4): the values apply at once. What has changed since is refused. */
export const approveApplication = async (ctx: Ctx, id: number): Promise<Outcome> => {
  const application = await ownApplication(ctx, id);
  checkOpen(application, ctx.version);
  ctx.ask(
    question({
      id: 'approve',
      title: 'この申請を承認しますか',
      lines: ['承認すると、変更後の内容がすぐに登録され、公開する項目はコロナワクチンナビにも反映されます。'],
      rows: application.changes.map(({ label, toText }) => ({ label, value: toText || '（未入力）' })),
      about: [id, application.version],
    }),
  );
  await approve(ctx, application);
  ctx.note(
    application.subject,
    { application: id, fields: application.changes.map(({ field }) => field) },
    application.orgId,
  );
  return done(`/applications/${id}?done=1`);
};

/** 「差戻し」 with a reason (M2.1-10-4): the old values stay. */
export const sendBackApplication = async (ctx: Ctx, id: number, reason: string): Promise<Outcome> => {
  const application = await ownApplication(ctx, id);
  checkOpen(application, ctx.version);
  await end(ctx, application, 'returned', reason);
  await ctx.emit('news.told', applicationReturned(application, reason, ctx.actor.org.name));
  ctx.note(application.subject, { application: id }, application.orgId);
  return done(`/applications/${id}?done=1`);
};

export type Picked = { readonly id: number; readonly version: number };

/** Several at once from the list, all or none: one that has changed since stops them all. */
export const approveApplications = async (ctx: Ctx, picked: readonly Picked[]): Promise<Outcome> => {
  if (picked.length === 0) throw new Problem('invalid', '承認する申請を選択してください。');
  const applications: Application[] = [];
  for (const { id, version } of picked) {
    const application = await ownApplication(ctx, id);
    if (application.state !== 'open' || application.version !== version)
      throw new Problem(
        'stale',
        `${application.orgName}の申請が、この画面を開いた後に変わりました。最新の内容を確認して、もう一度選択してください。まだ何も承認していません。`,
      );
    applications.push(application);
  }
  ctx.ask(
    question({
      id: 'approve-several',
      title: `${applications.length}件の申請を承認しますか`,
      lines: ['承認すると、変更後の内容がすぐに登録され、公開する項目はコロナワクチンナビにも反映されます。'],
      rows: applications.map(({ orgName, changes }) => ({ label: orgName, value: labelsOf(changes) })),
      about: picked,
    }),
  );
  for (const application of applications) await approve(ctx, application);
  ctx.note('applications', { approved: picked.map(({ id }) => id) });
  return done(`/applications?approved=${applications.length}`);
};
