import { Readable } from 'node:stream';
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  jsonSchemaTransform,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from 'fastify-type-provider-zod';
import { z } from 'zod';
import { dayOf } from '../../kernel/calendar.ts';
import { notFound, Problem } from '../../kernel/problem.ts';
import type { ApiDescription } from '../../platform/http/index.ts';
import { csvHead, csvLines } from './open-data.csv.ts';
import { licence, openMark, openVenue, toOpenMark, toOpenVenue } from './open-data.ts';
import type { PublicVenue } from './public-venue.ts';
import { loadPublicVenue, loadSlice, type Slice } from './public-venues.store.ts';
import type { Reader } from './reader.store.ts';

type ApiOptions = {
  readonly read: Reader;
  readonly now: () => Date;
  readonly publicUrl: string;
  readonly withKey: ApiDescription;
};

const rowsPerBatch = 500;
/** Whole-country downloads at once; the next one is told to come back. */
const downloadsAtOnce = 4;

const area = {
  prefecture: z
    .string()
    .regex(/^\d{2}$/)
    .optional()
    .describe('JIS X 0401, 2 digits'),
  municipality: z
    .string()
    .regex(/^\d{6}$/)
    .optional()
    .describe('全国地方公共団体コード, 6 digits'),
};
const paged = z.object({
  ...area,
  after: z
    .string()
    .regex(/^\d{10}$/)
    .optional()
    .describe('code of the last item of the page before'),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
const wholeArea = z.object(area);

const listOf = <T extends z.ZodType>(item: T) =>
  z.object({
    licence: z.string(),
    asOf: z.string(),
    items: z.array(item),
    next: z.string().nullable().describe('address of the next page; null: this is the last'),
  });

/** The two kinds of open data: what an item looks like, and how a venue becomes one. */
const kinds = {
  venues: { item: openVenue, about: 'Vaccination sites', make: (venue: PublicVenue) => toOpenVenue(venue) },
  'booking-marks': {
    item: openMark,
    about: 'Booking marks of the vaccination sites',
    make: (venue: PublicVenue, now: Date) => toOpenMark(venue, dayOf(now)),
  },
} as const;

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
          'Open data: vaccination sites and their booking marks, as fresh as the public site, without a key. Calls of partner systems: with an API key of the organisation, within its scopes. Within /v1 fields are only added; changes are listed at /navi/open-data.',
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

  for (const [name, { item, about, make }] of Object.entries(kinds)) {
    const columns = Object.keys(item.shape);
    const makeItem = (venue: PublicVenue): Readonly<Record<string, unknown>> => make(venue, now());

    api.get(
      `/${name}`,
      {
        schema: {
          summary: `${about}, page by page`,
          tags: [name],
          querystring: paged,
          response: { 200: listOf(item) },
        },
      },
      async (request) => {
        const { after = '', limit, ...where } = request.query;
        const venues = await available((tx) => loadSlice(tx, { after, limit: limit + 1, ...where }));
        const shown = venues.slice(0, limit);
        const last = venues.length > limit ? shown.at(-1) : undefined;
        const rest = last && new URLSearchParams({ ...where, after: last.code, limit: String(limit) });
        return {
          licence,
          asOf: now().toISOString(),
          items: shown.map(makeItem) as never[],
          next: rest ? `${publicUrl}/api/v1/${name}?${rest}` : null,
        };
      },
    );

    const download = async (
      reply: FastifyReply,
      where: Pick<Slice, 'prefecture' | 'municipality'>,
      type: string,
      head: string,
      write: (items: readonly Readonly<Record<string, unknown>>[]) => string,
    ): Promise<FastifyReply> => {
      const stream = await wholeOf(available, where, head, (venues) => write(venues.map(makeItem)));
      if (!stream) throw new Problem('unavailable', 'Too many downloads at once. Please try again in a minute.');
      const extension = type.includes('csv') ? 'csv' : 'ndjson';
      return reply.header('content-disposition', `attachment; filename="${name}.${extension}"`).type(type).send(stream);
    };
    const describeFile = (format: string) => ({
      summary: `${about}, the whole country as ${format}`,
      tags: [name],
      querystring: wholeArea,
    });
    api.get(`/${name}.csv`, { schema: describeFile('CSV') }, (request, reply) =>
      download(reply, request.query, 'text/csv; charset=utf-8', csvHead(columns), (items) => csvLines(columns, items)),
    );
    api.get(`/${name}.ndjson`, { schema: describeFile('NDJSON') }, (request, reply) =>
      download(reply, request.query, 'application/x-ndjson; charset=utf-8', '', (items) =>
        items.map((one) => `${JSON.stringify(one)}\n`).join(''),
      ),
    );
  }

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
      const venue = await available((tx) => loadPublicVenue(tx, request.params.code));
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

let downloads = 0;

/** Everything by key, a batch in memory at a time; null when too many are reading already. Throws before it begins. */
const wholeOf = async (
  read: Reader,
  where: Pick<Slice, 'prefecture' | 'municipality'>,
  head: string,
  write: (venues: readonly PublicVenue[]) => string,
): Promise<Readable | null> => {
  if (downloads >= downloadsAtOnce) return null;
  const batchAfter = (after: string) => read((tx) => loadSlice(tx, { after, limit: rowsPerBatch, ...where }));
  const first = await batchAfter('');
  const parts = async function* () {
    if (head !== '') yield head;
    for (let venues = first; venues.length > 0; ) {
      yield write(venues);
      if (venues.length < rowsPerBatch) return;
      venues = await batchAfter(venues.at(-1)?.code ?? '');
    }
  };
  downloads += 1;
  return Readable.from(parts(), { objectMode: true, highWaterMark: 1 }).once('close', () => {
    downloads -= 1;
  });
};
