import { createHash, timingSafeEqual } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { type Db, missingMigrations } from './platform/db/index.ts';

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** Digests are of one length, whatever was sent. */
const equal = (a: string, b: string): boolean => timingSafeEqual(digest(a), digest(b));

/** `/healthz` (process is up), `/readyz` (database answers, migrations done), `/metrics` (Prometheus, by token, else 404). */
export const addHealth = (server: FastifyInstance, db: Db, migrations: string, metricsToken: string | null): void => {
  const counts = { requests: 0, failures: 0, seconds: 0 };
  server.addHook('onResponse', async (_request, reply) => {
    counts.requests += 1;
    counts.seconds += reply.elapsedTime / 1000;
    if (reply.statusCode >= 500) counts.failures += 1;
  });
  server.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  server.get('/readyz', async (_request, reply) => {
    reply.header('cache-control', 'no-store');
    try {
      await db.ping();
      const missing = await missingMigrations(db, migrations);
      return missing.length === 0 ? { status: 'ready' } : reply.status(503).send({ status: 'migrations are missing' });
    } catch {
      return reply.status(503).send({ status: 'the database does not answer' });
    }
  });
  server.get('/metrics', async (request, reply) => {
    const given = (request.headers.authorization ?? '').replace(/^Bearer /, '');
    if (!metricsToken || !equal(given, metricsToken)) return reply.callNotFound();
    const lines = [
      '# TYPE vsys_http_requests_total counter',
      `vsys_http_requests_total ${counts.requests}`,
      '# TYPE vsys_http_failures_total counter',
      `vsys_http_failures_total ${counts.failures}`,
      '# TYPE vsys_http_seconds_total counter',
      `vsys_http_seconds_total ${counts.seconds.toFixed(3)}`,
      '# TYPE process_resident_memory_bytes gauge',
      `process_resident_memory_bytes ${process.memoryUsage.rss()}`,
    ];
    return reply.type('text/plain; version=0.0.4').send(`${lines.join('\n')}\n`);
  });
};
