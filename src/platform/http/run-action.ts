import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type FormState, parseForm } from '../../kernel/form.ts';
import { Problem } from '../../kernel/problem.ts';
import { withRowsChanged } from '../../kernel/repeat-rows.ts';
import { writeAudit } from '../audit/audit.store.ts';
import type { Ctx } from '../context.ts';
import { cookiesOf, setCookies } from './cookies.ts';
import { enter } from './enter.ts';
import type { House } from './house.ts';
import { readMultipart } from './multipart.ts';
import { sameOrigin } from './origin.ts';
import { Asked, done, type Outcome } from './outcome.ts';
import { type Submitted, takeApart } from './raw-input.ts';
import { claimReceipt, keepReceipt } from './receipts.store.ts';
import { sayWhen, wantsJson } from './reply-problem.ts';
import type { ActionRoute, Screen } from './route.ts';
import { checkAccess, checkWrite, located, screenOf, sendView, showPage } from './show-page.ts';
import { wireOf } from './wire.ts';

/** The problems that come back on the form itself, with everything typed kept; all others get a page of their own. */
const onTheForm = new Set<Problem['kind']>(['invalid', 'stale', 'conflict', 'tooMany', 'unavailable']);

/** POST → actor → route → permission → form → [prepare] → one transaction → audit → redirect, or the form again. */
export const runAction = async (
  house: House,
  route: ActionRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  if (!sameOrigin(request, house.publicUrl))
    throw new Problem('forbidden', '別のサイトからの送信は受け付けられません。画面を開き直してください。');
  // A large file is read only from who may send it.
  if (route.uploadLimit)
    await enter(house, cookiesOf(house, request))(async ({ ctx }) => checkAccess(house, route, ctx.actor));
  const submitted = takeApart(request.isMultipart() ? await readMultipart(request, route.uploadLimit) : request.body);
  const again = (status: number, state: Partial<FormState>) =>
    showPage(house, route.page, request, reply, status, {
      name: route.form.name,
      state: { ...stateOf(submitted), ...state },
    });

  try {
    if (submitted.cancelled) return await again(200, {});
    const changed = withRowsChanged(submitted.input, route.form);
    if (changed) return await again(200, { values: changed });
    const { outcome, screen } = await runInTransaction(house, route, request, submitted);
    house.standing.forget();
    if (outcome.kind === 'shown') return await sendView(house, outcome.view(screen), screen, reply);
    if (outcome.kind === 'done') return setCookies(house, reply, outcome.cookies).redirect(outcome.location, 303);
    return await sayProblem(outcome.problem, reply, again);
  } catch (thrown) {
    if (thrown instanceof Problem && thrown.kind === 'signedOut') await keepCutOff(house, route, request, submitted);
    if (thrown instanceof Problem && wantsJson(request)) throw thrown;
    if (thrown instanceof Asked) return again(200, { question: thrown.question });
    if (thrown instanceof Problem) return sayProblem(thrown, reply, again);
    throw thrown;
  }
};

/** The session ran out while the form was open: what was typed is kept aside for the next login (MH-5). */
const keepCutOff = async (
  house: House,
  route: ActionRoute,
  request: FastifyRequest,
  { input, version }: Submitted,
): Promise<void> => {
  const cookies = cookiesOf(house, request);
  if (route.permission === null || !house.cutOff || !cookies.sid) return;
  const form = { cookies, action: request.url, def: route.form, input, version };
  await house.db.transaction({ role: 'web' }, async (tx) => house.cutOff?.({ tx, now: house.clock.now() }, form));
};

const sayProblem = (
  problem: Problem,
  reply: FastifyReply,
  again: (status: number, state: Partial<FormState>) => Promise<FastifyReply>,
): Promise<FastifyReply> => {
  if (!onTheForm.has(problem.kind)) throw problem;
  sayWhen(reply, problem);
  return again(problem.status, { errors: problem.errors, summary: problem.message, confirmed: [] });
};

const stateOf = (submitted: Submitted): FormState => ({
  values: submitted.input,
  errors: {},
  requestId: submitted.requestId ?? randomUUID(),
  confirmed: submitted.confirmed,
  ...(submitted.version !== null && { version: submitted.version }),
});

type Ended = { readonly outcome: Outcome; readonly screen: Screen };

const runInTransaction = async (
  house: House,
  route: ActionRoute,
  request: FastifyRequest,
  submitted: Submitted,
): Promise<Ended> => {
  const checked = parseForm(route.form, submitted.input);
  const prepared = route.prepare ? await prepare(house, route, request, checked) : undefined;
  return enter<Ended>(
    house,
    cookiesOf(house, request),
    submitted,
  )(async ({ ctx, notes }) => {
    await checkWrite(house, route, ctx);
    const { params } = located({ ...route, query: undefined } as ActionRoute, request);
    if (!checked.ok)
      throw new Problem('invalid', 'まだ登録されていません。入力内容を確認してください。', checked.errors);
    const { actor } = ctx;
    const screen = screenOf(house, actor, ctx.now, request.url);
    const wire = wireOf(house, request);
    const { requestId, digest } = submitted;
    if (actor && requestId) {
      const former = await claimReceipt(ctx.tx, actor.userId, requestId, digest, ctx.now);
      if (former) return { outcome: done(former), screen };
    }
    const outcome: Outcome = await route.run(ctx as Ctx, {
      params,
      input: checked.value,
      prepared,
      wire,
    });
    const kept =
      actor && requestId && outcome.kind !== 'refused'
        ? keepReceipt(ctx.tx, actor.userId, requestId, digest, outcome.location)
        : undefined;
    const written = writeAudit(ctx.tx, {
      at: ctx.now,
      userId: actor?.userId ?? null,
      orgId: actor?.org.id ?? null,
      forOrgId: notes.forOrgId,
      action: route.audit,
      subject: notes.subject,
      outcome: outcome.kind === 'refused' ? 'refused' : 'done',
      detail: notes.detail,
      address: wire.address,
    });
    await Promise.all([kept, written]);
    return { outcome, screen };
  });
};

/** Slow work runs only for who may, and only on a form that passed its check. */
const prepare = async (
  house: House,
  route: ActionRoute,
  request: FastifyRequest,
  checked: ReturnType<typeof parseForm>,
): Promise<unknown> => {
  const actor = await enter<Ctx['actor'] | null>(
    house,
    cookiesOf(house, request),
  )(async ({ ctx }) => {
    await checkWrite(house, route, ctx);
    return ctx.actor;
  });
  if (!checked.ok) return undefined;
  return route.prepare?.(checked.value, {
    actor,
    now: house.clock.now(),
    wire: wireOf(house, request),
    publicUrl: house.publicUrl,
    read: (work) => house.db.transaction({ role: 'web' }, (tx) => work({ tx, now: house.clock.now() })),
  });
};
