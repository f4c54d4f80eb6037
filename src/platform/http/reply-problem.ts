import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Problem, problemKinds } from '../../kernel/problem.ts';
import type { House } from './house.ts';
import { screenOf } from './show-page.ts';

export const wantsJson = (request: FastifyRequest): boolean =>
  request.url.startsWith('/api/') || /\bapplication\/(problem\+)?json\b/.test(request.headers.accept ?? '');

/** Anything thrown becomes one of our problems; what we did not foresee gets a support number and says nothing else. */
const asProblem = (thrown: unknown): { problem: Problem; support?: string } => {
  if (thrown instanceof Problem) return { problem: thrown };
  const status = (thrown as { statusCode?: number }).statusCode;
  if (status === 429) return { problem: new Problem('tooMany') };
  if (status === 413) return { problem: new Problem('invalid', '送信された内容が大きすぎます。') };
  if (status && status >= 400 && status < 500)
    return { problem: new Problem('invalid', '送信された内容を読み取れませんでした。') };
  return { problem: new Problem('unavailable'), support: randomUUID().slice(0, 8).toUpperCase() };
};

/** Tells machines when to come back. */
export const sayWhen = (reply: FastifyReply, { retryAfterSeconds }: Problem): void => {
  if (retryAfterSeconds !== null) reply.header('retry-after', String(retryAfterSeconds));
};

/** The one place where a problem becomes a reply: login page, error page or problem+json (RFC 9457). */
export const replyProblem = async (
  house: House,
  thrown: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { problem, support } = asProblem(thrown);
  if (support) house.log.error({ err: thrown, support, route: request.routeOptions.url }, 'request failed');
  const status = support ? 500 : problem.status;
  const title = support ? '申し訳ありません。処理できませんでした' : problemKinds[problem.kind].title;
  reply.header('cache-control', 'no-store');
  sayWhen(reply, problem);
  if (wantsJson(request)) {
    const body = {
      type: `about:blank#${problem.kind}`,
      title,
      status,
      detail: problem.message,
      ...(Object.keys(problem.errors).length > 0 && { errors: problem.errors }),
      ...(support && { support }),
    };
    return reply.status(status).type('application/problem+json; charset=utf-8').send(body);
  }
  if (problem.kind === 'signedOut') {
    const to = request.method === 'GET' ? `?to=${encodeURIComponent(request.url)}` : '?expired=1';
    return reply.redirect(`/login${to}`, 303);
  }
  const screen = screenOf(house, null, house.clock.now(), request.url);
  const html = await house.draw({ title, body: house.explain(problem, support) }, screen, {
    plain: true,
    banners: house.standing.known(house.clock.now()),
  });
  return reply.status(status).type('text/html; charset=utf-8').send(html);
};
