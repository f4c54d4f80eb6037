import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../context.ts';
import { openApiRoutes } from './api-door.ts';
import { cookiesOf } from './cookies.ts';
import { enter } from './enter.ts';
import type { House } from './house.ts';
import { rangeOf } from './range.ts';
import { replyProblem } from './reply-problem.ts';
import type { ApiRoute, FileReply, FileRoute, JsonRoute, Route } from './route.ts';
import { runAction } from './run-action.ts';
import { checkAccess, located, showPage } from './show-page.ts';
import { wireOf } from './wire.ts';

const load = <T>(house: House, route: FileRoute | JsonRoute, request: FastifyRequest): Promise<T> =>
  enter<T>(
    house,
    cookiesOf(house, request),
    undefined,
    route.kind === 'json' && route.quiet,
  )(async ({ ctx }) => {
    checkAccess(house, route, ctx.actor);
    return (await route.load(ctx as Ctx, { ...located(route, request), wire: wireOf(house, request) })) as T;
  });

const sendFile = async (
  house: House,
  route: FileRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const { filename, type, body, inline } = await load<FileReply>(house, route, request);
  const disposition = `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(filename)}`;
  reply.header('cache-control', 'no-store').header('content-disposition', disposition).type(type);
  return Buffer.isBuffer(body) ? sendPart(request, reply, body) : reply.send(body);
};

/** Players of videos ask for a part of the bytes: `Range: bytes=0-1023`. */
const sendPart = (request: FastifyRequest, reply: FastifyReply, body: Buffer): FastifyReply => {
  reply.header('accept-ranges', 'bytes');
  const range = rangeOf(request.headers.range, body.length);
  if (!range) return reply.send(body);
  const [from, to] = range;
  return reply
    .status(206)
    .header('content-range', `bytes ${from}-${to}/${body.length}`)
    .send(body.subarray(from, to + 1));
};

const sendJson = async (
  house: House,
  route: JsonRoute,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => reply.header('cache-control', 'no-store').send(await load(house, route, request));

const answer =
  (house: House, route: Exclude<Route, ApiRoute>) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    switch (route.kind) {
      case 'page':
        return showPage(house, route, request, reply);
      case 'action':
        return runAction(house, route, request, reply);
      case 'file':
        return sendFile(house, route, request, reply);
      case 'json':
        return sendJson(house, route, request, reply);
    }
  };

const reading = new Set(['GET', 'HEAD', 'OPTIONS']);

/** S36 for what is not of the route table (the API, say): it waits too, unless it says otherwise. */
const refuseWhileReadOnly = async (house: House, request: FastifyRequest): Promise<void> => {
  if (reading.has(request.method) || request.is404 || request.routeOptions.config.whileReadOnly) return;
  const refusal = await house.db.transaction({ role: 'web', readOnly: true }, (tx) =>
    house.standing.refusal({ tx, now: house.clock.now() }),
  );
  if (refusal) throw refusal;
};

/** Hangs every row of every room's route table on the server, and the one place where problems become replies. */
export const openFrontDoor = (server: FastifyInstance, house: House): void => {
  const routes = house.rooms.flatMap((room) => room.routes);
  openApiRoutes(
    server,
    house,
    routes.filter((route) => route.kind === 'api'),
  );
  for (const route of routes) {
    if (route.kind === 'api') continue;
    const method = route.kind === 'action' ? 'POST' : 'GET';
    // An action asks for itself, so that its form comes back with what was typed.
    server.route({ method, url: route.path, config: { whileReadOnly: true }, handler: answer(house, route) });
  }
  // Before who asks and before the body is read.
  server.addHook('onRequest', (request) => refuseWhileReadOnly(house, request));
  server.setErrorHandler((thrown, request, reply) => replyProblem(house, thrown, request, reply));
  server.setNotFoundHandler((request, reply) => replyProblem(house, notFound(), request, reply));
};
