import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import helmet from '@fastify/helmet';
import multipart from '@fastify/multipart';
import staticFiles from '@fastify/static';
import Fastify, { type FastifyInstance } from 'fastify';
import type { Log } from '../db/index.ts';
import { mostFormText, multipartLimits } from './multipart.ts';
import type { PageCache } from './page-cache.ts';

export type ServerOptions = {
  readonly log: Log;
  readonly publicUrl: string;
  /** Addresses of proxies whose forwarded headers are believed. */
  readonly trustProxy: readonly string[];
  /** Folder of the hashed assets. */
  readonly assets: string;
  /** Pages for everyone that are there already. */
  readonly pages?: Pick<PageCache, 'answer'>;
};

/** The bare server: parsers, security headers, assets, a log line a request without personal data. */
export const createServer = async ({
  log,
  publicUrl,
  trustProxy,
  assets,
  pages,
}: ServerOptions): Promise<FastifyInstance> => {
  const secure = publicUrl.startsWith('https:');
  const server = Fastify({
    logger: false,
    trustProxy: trustProxy.length > 0 ? [...trustProxy] : false,
    bodyLimit: mostFormText,
    routerOptions: { ignoreTrailingSlash: true },
    forceCloseConnections: 'idle',
    // A pasted page of Japanese in a search (10 kB, three times as long in an address) is told so, and not cut off.
    http: { maxHeaderSize: 65_536 },
  });
  // Before every plug-in: what is there as bytes needs neither cookies nor parsers.
  if (pages) {
    server.addHook('onRequest', (request, reply, done) => {
      if (pages.answer(request.raw, reply.raw)) reply.hijack();
      else done();
    });
  }
  await server.register(cookie);
  await server.register(formbody, { bodyLimit: mostFormText });
  await server.register(multipart, { limits: multipartLimits, throwFileSizeLimit: false });
  await server.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        formAction: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        ...(secure && { upgradeInsecureRequests: [] }),
      },
    },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: true } : false,
    referrerPolicy: { policy: 'same-origin' },
    crossOriginEmbedderPolicy: false,
  });
  await server.register(staticFiles, {
    root: assets,
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
  });
  server.addHook('onResponse', async (request, reply) => {
    if (request.url.startsWith('/assets/')) return;
    const line = {
      method: request.method,
      route: request.routeOptions.url,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    };
    log.info(line, 'request');
  });
  return server;
};
