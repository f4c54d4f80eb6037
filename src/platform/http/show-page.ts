import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { dayOf } from '../../kernel/calendar.ts';
import type { FormState } from '../../kernel/form.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { cookiesOf } from './cookies.ts';
import { enter } from './enter.ts';
import type { House } from './house.ts';
import type { ActionRoute, PageRoute, Route, Screen, View } from './route.ts';
import { wireOf } from './wire.ts';

/** A form that comes back to its page: which one, and its state. */
export type FormBack = { readonly name: string; readonly state: FormState };

/** Refuses who may not use a route: not logged in → login, no permission → as if it did not exist (404). */
export const checkAccess = (house: House, route: Route, actor: Ctx['actor'] | null): void => {
  if (route.permission === null) return;
  if (!actor) throw new Problem('signedOut');
  if (!house.may(actor, route.permission)) throw notFound();
};

/** As above for a write, which waits as long as the house is read-only (S36). */
export const checkWrite = async (house: House, route: ActionRoute, ctx: Ctx<Ctx['actor'] | null>): Promise<void> => {
  checkAccess(house, route, ctx.actor);
  const refusal = route.whileReadOnly ? null : await house.standing.refusal(ctx);
  if (refusal) throw refusal;
};

/** PostgreSQL keeps no NUL, so an address that holds one names nothing. */
export const holdsNul = ({ url }: Pick<FastifyRequest, 'url'>): boolean => url.includes('%00');

/** Checks path and query against the route's schemas; what does not fit is a page that does not exist. */
export const located = (route: Route, request: FastifyRequest): { params: unknown; query: unknown } => {
  if (holdsNul(request)) throw notFound();
  const params = route.params ? route.params.safeParse(request.params ?? {}) : { success: true as const, data: {} };
  const query = route.query ? route.query.safeParse(request.query ?? {}) : { success: true as const, data: {} };
  if (!params.success || !query.success) throw notFound();
  return { params: params.data, query: query.data };
};

export const screenOf = (
  house: House,
  actor: Ctx['actor'] | null,
  now: Date,
  url: string,
  back?: FormBack,
): Screen => ({
  actor,
  now,
  today: dayOf(now),
  url,
  demo: house.demo,
  may: (permission) => actor !== null && house.may(actor, permission),
  form: (def, values = {}, version) =>
    back?.name === def.name
      ? { ...back.state, ...(back.state.version === undefined && version !== undefined && { version }) }
      : { values, errors: {}, requestId: randomUUID(), confirmed: [], ...(version !== undefined && { version }) },
});

/** A long text is walked through once: asking for its length and sending it as text would do so twice. */
const bytesOf = (html: string): Buffer => Buffer.from(html);

/** Draws a view that a use case made itself. */
export const sendView = async (
  house: House,
  view: View,
  screen: Screen,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const drawn = await house.draw(view, screen, {
    plain: screen.actor === null,
    banners: house.standing.known(screen.now),
  });
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(bytesOf(drawn));
};

/** Loads and draws a page in a transaction of its own. */
export const showPage = async (
  house: House,
  route: PageRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  status = 200,
  back?: FormBack,
): Promise<FastifyReply> => {
  const drawn = await enter<string>(
    house,
    cookiesOf(house, request),
  )(async ({ ctx }) => {
    checkAccess(house, route, ctx.actor);
    const data = await route.load(ctx as Ctx, { ...located(route, request), wire: wireOf(house, request) });
    const screen = screenOf(house, ctx.actor, ctx.now, request.url, back);
    const banners = await house.standing.banners(ctx);
    return house.draw(route.view(data, screen), screen, { plain: route.plain ?? ctx.actor === null, banners });
  });
  return reply.status(status).header('cache-control', 'no-store').type('text/html; charset=utf-8').send(bytesOf(drawn));
};
