import swagger from '@fastify/swagger';
import type { FastifyInstance } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { ApiDescription } from '../../platform/http/index.ts';
import { openVenue, toOpenVenue } from './open-data.ts';
import { addKind } from './open-kind.routes.ts';
import { openKinds } from './open-kinds.service.ts';
import { loadPublicVenue } from './public-venues.store.ts';
import type { Reader } from './reader.store.ts';

type ApiOptions = {
  readonly read: Reader;
  readonly now: () => Date;
  readonly publicUrl: string;
  readonly withKey: ApiDescription;
};

/** S24: open data and their API under /api/v1, described by OpenAPI from the same schemas. */
export const openApi = (server: FastifyInstance, options: ApiOptions): void => {
  server.register((api) => addApi(api, options), { prefix: '/api/v1' });
};

const addApi = async (server: FastifyInstance, { read, now, publicUrl, withKey }: ApiOptions): Promise<void> => {
  const api = server.withTypeProvider<ZodTypeProvider>();
  api.setValidatorCompiler(validatorCompiler);
  api.setSerializerCompiler(serializerCompiler);
  api.setErrorHandler((error: { validation?: { instancePath?: string; message?: string }[] }) => {
    const [fault] = error.validation ?? [];
    if (!fault) throw error;
    throw new Problem('invalid', `${(fault.instancePath ?? '').slice(1)}: ${fault.message ?? 'not valid'}`);
  });
  api.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=0, must-revalidate',
      'cdn-cache-control': 'max-age=5, stale-while-revalidate=60, stale-if-error=86400',
      link: '<https://creativecommons.org/licenses/by/4.0/>; rel="license"',
    });
  });
  await api.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'V-SYS API',
        version: '1.0.0',
        description:
          'Open data: vaccination sites, their booking marks and doses by day, as fresh as the public site, without a key. Calls of partner systems: with an API key of the organisation, within its scopes. Within /v1 fields are only added; changes are listed at /navi/open-data.',
        license: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
      },
      servers: [{ url: publicUrl }],
    },
    transform: jsonSchemaTransform,
  });

  const available: Reader = async (work) => {
    try {
      return await read(work);
    } catch {
      throw new Problem('unavailable', 'The data cannot be read right now. Please try again in a minute.');
    }
  };

  for (const [name, kind] of Object.entries(openKinds)) addKind(api, name, kind, { read: available, now, publicUrl });

  api.get(
    '/venues/:code',
    {
      schema: {
        summary: 'One vaccination site',
        tags: ['venues'],
        params: z.object({ code: z.string() }),
        response: { 200: openVenue },
      },
    },
    async (request) => {
      const { code } = request.params;
      const venue = /^\d{10}$/.test(code) ? await available((tx) => loadPublicVenue(tx, code)) : null;
      if (!venue) throw notFound();
      return toOpenVenue(venue);
    },
  );

  api.options('/*', { schema: { hide: true } }, async (_request, reply) =>
    reply
      .headers({ 'access-control-allow-methods': 'GET, HEAD, OPTIONS', 'access-control-max-age': '86400' })
      .status(204)
      .send(),
  );
  api.get('/openapi.json', { schema: { hide: true } }, async () => withCalls(api.swagger(), withKey));
};

type Document = { readonly paths?: object; readonly components?: { readonly schemas?: object } };

/** One document for open data and for the calls with API key. */
const withCalls = <T extends Document>(document: T, { paths, components }: ApiDescription) => ({
  ...document,
  paths: { ...document.paths, ...paths },
  components: {
    ...document.components,
    ...components,
    schemas: { ...document.components?.schemas, ...(components.schemas as object) },
  },
});
