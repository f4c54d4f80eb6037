import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { limitPerKey } from '../../kernel/limit.ts';
import type { Actor } from '../../kernel/policy.ts';
import { Problem } from '../../kernel/problem.ts';
import type { House } from './house.ts';
import type { ApiRoute } from './route.ts';
import { runApi } from './run-api.ts';

/** Calls of one key, and wrong keys from one address, within a minute. */
const callsPerKey = 300;
const wrongPerAddress = 30;
const minute = 60_000;

/** What a body may hold: a form of figures, or a file of the whole country. */
const jsonLimit = 1_048_576;
const fileLimit = 32 * 1_048_576;
const fileTypes = ['text/csv', 'application/gzip', 'application/octet-stream'];

type Counters = {
  readonly keyMay: (key: string, now: number) => boolean;
  readonly wrongMay: (key: string, now: number) => boolean;
};

const tokenOf = (request: FastifyRequest): string | null =>
  /^Bearer +([\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;

const signedOut = (reply: FastifyReply, detail: string): Problem => {
  reply.header('www-authenticate', 'Bearer realm="V-SYS"');
  return new Problem('signedOut', detail);
};

const tooMany = (reply: FastifyReply): Problem => {
  reply.header('retry-after', '60');
  return new Problem('tooMany', '呼び出しが多すぎます。1分ほどたってから、もう一度送ってください。');
};

/** Who calls: a key that holds, for an organisation that may. Runs before the body is read. */
const admit = async (
  house: House,
  route: ApiRoute,
  { keyMay, wrongMay }: Counters,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Actor> => {
  const token = tokenOf(request);
  if (token === null) throw signedOut(reply, 'APIキーを「Authorization: Bearer APIキー」の形で送ってください。');
  const actor = await house.db.transaction({ role: 'web' }, (tx) =>
    house.keyActorOf({ tx, now: house.clock.now() }, token),
  );
  if (!actor?.key) {
    if (!wrongMay(request.ip, Date.now())) throw tooMany(reply);
    throw signedOut(
      reply,
      'このAPIキーは使えません。正しいか、期限が切れていないか、取り消されていないかを確認してください。',
    );
  }
  if (!keyMay(String(actor.key.id), Date.now())) throw tooMany(reply);
  if (!actor.key.scopes.includes(route.scope) || !house.may(actor, route.permission)) {
    reply.header('www-authenticate', `Bearer realm="V-SYS", error="insufficient_scope", scope="${route.scope}"`);
    throw new Problem('forbidden', `このAPIキーでは使えません（必要な範囲：${route.scope}）。`);
  }
  return actor;
};

/** Hangs the calls with API key on the server, apart from the pages: no cookies, files as bytes, limits. */
export const openApiRoutes = (server: FastifyInstance, house: House, routes: readonly ApiRoute[]): void => {
  const counters: Counters = {
    keyMay: limitPerKey(callsPerKey, minute),
    wrongMay: limitPerKey(wrongPerAddress, minute),
  };
  const admitted = new WeakMap<FastifyRequest, Actor>();
  server.register(async (door) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser('application/json', { parseAs: 'string' }, door.getDefaultJsonParser('error', 'error'));
    door.addContentTypeParser(fileTypes, { parseAs: 'buffer' }, (_request, body, done) => done(null, body));
    for (const route of routes) {
      door.route({
        method: route.method,
        url: route.path,
        bodyLimit: route.file ? fileLimit : jsonLimit,
        onRequest: async (request, reply) => {
          admitted.set(request, await admit(house, route, counters, request, reply));
        },
        handler: async (request, reply) => {
          const actor = admitted.get(request);
          if (!actor) throw new Problem('signedOut');
          return runApi(house, route, actor, request, reply);
        },
      });
    }
  });
};
