import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { Problem } from '../../kernel/problem.ts';
import { csvHead, csvLines } from './open-data.csv.ts';
import { licence } from './open-data.ts';
import type { OpenKind } from './open-kinds.service.ts';
import type { Reader } from './reader.store.ts';

type Tools = { readonly read: Reader; readonly now: () => Date; readonly publicUrl: string };
type Where = Readonly<Record<string, string>>;
type Batch = Awaited<ReturnType<OpenKind['load']>>;

const rowsPerBatch = 500;
/** Whole-country downloads at once; the next one is told to come back. */
const downloadsAtOnce = 4;

const listOf = (item: z.ZodObject) =>
  z.object({
    licence: z.string(),
    asOf: z.string(),
    items: z.array(item),
    next: z.string().nullable().describe('address of the next page; null: this is the last'),
  });

/** What was asked for, without what was left open. */
const given = (query: object): Where =>
  Object.fromEntries(Object.entries(query).filter((one): one is [string, string] => typeof one[1] === 'string'));

/** S24: one kind of open data as pages of JSON, and as a whole as CSV and NDJSON. */
export const addKind = (
  server: FastifyInstance,
  name: string,
  kind: OpenKind,
  { read, now, publicUrl }: Tools,
): void => {
  const api = server.withTypeProvider<ZodTypeProvider>();
  const { item, about } = kind;
  const columns = Object.keys(item.shape);
  const paged = z.object({
    ...kind.where,
    after: kind.after.optional().describe('key of the last item of the page before; see "next"'),
    limit: z.coerce.number().int().min(1).max(500).default(100),
  });

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
    async ({ query: { after = '', limit, ...rest } }) => {
      const where = given(rest);
      const rows = await read((tx) => kind.load(tx, { ...where, after, limit: limit + 1 }, now()));
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      const next = last && new URLSearchParams({ ...where, after: last.key, limit: String(limit) });
      return {
        licence,
        asOf: now().toISOString(),
        items: shown.map((row) => row.item),
        next: next ? `${publicUrl}/api/v1/${name}?${next}` : null,
      };
    },
  );

  const download = async (
    reply: FastifyReply,
    where: Where,
    type: string,
    head: string,
    write: (items: readonly Batch[number]['item'][]) => string,
  ): Promise<FastifyReply> => {
    const batchAfter = (after: string) => read((tx) => kind.load(tx, { ...where, after, limit: rowsPerBatch }, now()));
    const stream = await wholeOf(batchAfter, head, (rows) => write(rows.map((row) => row.item)));
    if (!stream) throw new Problem('unavailable', 'Too many downloads at once. Please try again in a minute.');
    const extension = type.includes('csv') ? 'csv' : 'ndjson';
    return reply.header('content-disposition', `attachment; filename="${name}.${extension}"`).type(type).send(stream);
  };
  const describeFile = (format: string) => ({
    summary: `${about}, the whole country as ${format}`,
    tags: [name],
    querystring: z.object(kind.where),
  });
  api.get(`/${name}.csv`, { schema: describeFile('CSV') }, ({ query }, reply) =>
    download(reply, given(query), 'text/csv; charset=utf-8', csvHead(columns), (items) => csvLines(columns, items)),
  );
  api.get(`/${name}.ndjson`, { schema: describeFile('NDJSON') }, ({ query }, reply) =>
    download(reply, given(query), 'application/x-ndjson; charset=utf-8', '', (items) =>
      items.map((one) => `${JSON.stringify(one)}\n`).join(''),
    ),
  );
};

let downloads = 0;

/** Everything by key, a batch in memory at a time; null when too many are reading already. Throws before it begins. */
const wholeOf = async (
  batchAfter: (after: string) => Promise<Batch>,
  head: string,
  write: (rows: Batch) => string,
): Promise<Readable | null> => {
  if (downloads >= downloadsAtOnce) return null;
  const first = await batchAfter('');
  const parts = async function* () {
    if (head !== '') yield head;
    for (let rows = first; rows.length > 0; ) {
      yield write(rows);
      if (rows.length < rowsPerBatch) return;
      rows = await batchAfter(rows.at(-1)?.key ?? '');
    }
  };
  downloads += 1;
  return Readable.from(parts(), { objectMode: true, highWaterMark: 1 }).once('close', () => {
    downloads -= 1;
  });
};
