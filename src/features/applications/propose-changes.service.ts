import { conflict } from '../../kernel/problem.ts';
import type { Ctx, SystemCtx } from '../../platform/context.ts';
import { loadOffice } from '../accounts/index.ts';
import { applicationWithdrawn, approvalAsked } from './application-news.ts';
import { loadApplication, loadOpenApplication } from './applications.store.ts';
import { type Application, type FieldChange, sameChanges } from './applications.ts';
import { endApplication, insertApplication, type Place, reviseApplication } from './save-application.store.ts';

export type Proposal = Place & { readonly subject: string; readonly changes: readonly FieldChange[] };
/** What became of a proposal; `none`: nothing was asked for and nothing waits. */
export type Proposed = 'none' | 'opened' | 'revised' | 'same' | 'withdrawn';

const overtaken = () => conflict('申請の状態が変わりました。最新の内容を確認して、もう一度入力してください。');

const askOffice = async (ctx: Ctx, id: number): Promise<void> => {
  const application = await loadApplication(ctx.tx, id);
  const officeId = application && (await loadOffice(ctx.tx, application.municipalityCode));
  if (application && officeId) await ctx.emit('news.told', approvalAsked(application, officeId));
};

/**
 * Asks for changes of a record, one open 申請 a record: the first opens it, others make new versions of it, and asking
 * for nothing any more takes it back (M2.1-10-1, -3).
 */
export const proposeChanges = async (ctx: Ctx, { subject, changes, ...place }: Proposal): Promise<Proposed> => {
  const by = { at: ctx.now, userId: ctx.actor.userId, orgId: ctx.actor.org.id };
  const open = await loadOpenApplication(ctx.tx, subject);
  if (!open) {
    if (changes.length === 0) return 'none';
    const id = await insertApplication(ctx.tx, subject, place, changes, by);
    if (id === null) throw overtaken();
    await askOffice(ctx, id);
    return 'opened';
  }
  if (changes.length === 0) {
    await withdrawOpen(ctx, open);
    return 'withdrawn';
  }
  if (sameChanges(open.changes, changes)) return 'same';
  if (!(await reviseApplication(ctx.tx, open, changes, by))) throw overtaken();
  await askOffice(ctx, open.id);
  return 'revised';
};

/** Takes an open 申請 back and tells the municipality. */
export const withdrawOpen = async (ctx: Ctx, open: Application): Promise<void> => {
  const by = { at: ctx.now, userId: ctx.actor.userId, orgId: ctx.actor.org.id };
  if (!(await endApplication(ctx.tx, open, 'withdrawn', '', by))) throw overtaken();
  const officeId = await loadOffice(ctx.tx, open.municipalityCode);
  if (officeId) await ctx.emit('news.told', applicationWithdrawn(open, officeId));
};

type Rebasing = Pick<SystemCtx, 'tx' | 'now'> & { readonly actor?: Ctx['actor'] | null };

/**
 * The record was changed past its open 申請 (by its office or the reception system): a new version shows the values
 * that hold now, so that nobody approves what was asked against older ones. What is already so is left out.
 */
export const rebaseApplication = async (
  { tx, now, actor }: Rebasing,
  subject: string,
  rebase: (changes: readonly FieldChange[]) => readonly FieldChange[],
): Promise<void> => {
  const open = await loadOpenApplication(tx, subject);
  if (!open) return;
  const changes = rebase(open.changes);
  if (sameChanges(open.changes, changes)) return;
  const by = { at: now, userId: actor?.userId ?? null, orgId: actor?.org.id ?? null };
  if (changes.length === 0 && actor) {
    await endApplication(tx, open, 'withdrawn', '', { at: now, userId: actor.userId, orgId: actor.org.id });
    return;
  }
  if (!(await reviseApplication(tx, open, changes, by))) throw overtaken();
};
