import type { FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import type { Question } from '../../kernel/form.ts';
import type { Actor } from '../../kernel/policy.ts';
import { invalid, notFound, Problem } from '../../kernel/problem.ts';
import { writeAudit } from '../audit/audit.store.ts';
import type { Ctx } from '../context.ts';
import { enterAs } from './enter.ts';
import type { House } from './house.ts';
import { Asked } from './outcome.ts';
import type { ApiRoute, FileReply } from './route.ts';
import { holdsNul } from './show-page.ts';

/** A question that a screen would ask is answered by sending its digest in this header. */
export const confirmHeader = 'x-confirm';

const faultsOf = (error: z.ZodError): Record<string, string> =>
  Object.fromEntries(
    error.issues.map(({ path, message }) => {
      const at = path.join('.');
      return [at === '' ? 'body' : at, message.replaceAll('{label}', at)];
    }),
  );

const checked = <T>(schema: z.ZodType<T> | undefined, value: unknown, fault: (error: z.ZodError) => Problem): T => {
  if (!schema) return undefined as T;
  const result = schema.safeParse(value);
  if (!result.success) throw fault(result.error);
  return result.data;
};

const asProblem = ({ title, lines, rows = [], digest }: Question): Problem =>
  new Problem('conflict', [title, ...lines, ...rows.map(({ label, value }) => `${label}：${value}`)].join('\n'), {
    [confirmHeader]: digest,
  });

const bodyOf = (route: ApiRoute, request: FastifyRequest): unknown => {
  if (route.file && !Buffer.isBuffer(request.body))
    throw invalid({ body: 'ファイルの中身をそのまま（Content-Type: text/csv）送ってください。' });
  return checked(route.body, request.body, (error) => invalid(faultsOf(error)));
};

const isFile = (route: ApiRoute, answer: unknown): answer is FileReply => typeof route.answer === 'string';

/** One call of another system: check → [prepare] → one transaction as the key's organisation → audit → JSON or file. */
export const runApi = async (
  house: House,
  route: ApiRoute,
  actor: Actor,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  if (holdsNul(request)) throw notFound();
  const params = checked(route.params, request.params ?? {}, () => notFound()) ?? {};
  const query = checked(route.query, request.query ?? {}, (error) => invalid(faultsOf(error))) ?? {};
  const body = bodyOf(route, request);
  const prepared = await route.prepare?.(
    body,
    { params, query },
    {
      actor,
      now: house.clock.now(),
      wire: { cookies: {}, device: '', address: request.ip },
      publicUrl: house.publicUrl,
      read: (work) => house.db.transaction({ role: 'web' }, (tx) => work({ tx, now: house.clock.now() })),
    },
  );
  const answer = await call(house, route, actor, request, { params, query, body, prepared });
  reply.header('cache-control', 'no-store');
  if (!isFile(route, answer)) return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer));
  return reply
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.filename)}`)
    .type(answer.type)
    .send(answer.body);
};

const call = async (
  house: House,
  route: ApiRoute,
  actor: Actor,
  request: FastifyRequest,
  asked: Parameters<ApiRoute['run']>[1],
): Promise<unknown> => {
  const confirmed = String(request.headers[confirmHeader] ?? '').split(/[, ]+/);
  try {
    return await enterAs<unknown>(house, async () => actor, { confirmed, version: null })(async ({ ctx, notes }) => {
      const answer: unknown = await route.run(ctx as Ctx, asked);
      await writeAudit(ctx.tx, {
        at: ctx.now,
        userId: actor.userId,
        orgId: actor.org.id,
        forOrgId: notes.forOrgId,
        action: route.audit,
        subject: notes.subject,
        outcome: 'done',
        detail: { ...notes.detail, apiKey: actor.key?.id },
        address: request.ip,
      });
      return answer;
    });
  } catch (thrown) {
    throw thrown instanceof Asked ? asProblem(thrown.question) : thrown;
  }
};
