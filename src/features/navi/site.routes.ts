import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { gate } from '../../kernel/limit.ts';
import type { ReadCtx } from '../../platform/context.ts';
import type { Db, Log, Tx } from '../../platform/db/index.ts';
import {
  type ApiDescription,
  type KeptPage,
  type PageCache,
  packPage,
  type Standing,
  sendPage,
} from '../../platform/http/index.ts';
import { renderPage } from '../../ui/index.ts';
import { type Address, canonicalAddress, readAddress } from './address.ts';
import { openApi } from './api.routes.ts';
import { onMunicipalityChanged } from './ears.ts';
import type { Faq } from './faq.ts';
import { followChanges } from './follow-changes.service.ts';
import { faqTag, type Made, makeFault, makePage, type Workshop } from './make-page.service.ts';
import type { PublicVaccine } from './public-venue.ts';
import { loadVaccinesInUse } from './public-venues.store.ts';
import { publicReader } from './reader.store.ts';
import { openSheets } from './sheets.store.ts';
import { sheetsOnDisk } from './sheets-on-disk.store.ts';

export type NaviOptions = {
  readonly db: Db;
  readonly clock: { now(): Date };
  readonly log: Log;
  readonly publicUrl: string;
  readonly demo: boolean;
  readonly pages: PageCache;
  readonly standing: Standing;
  /** What residents ask, and what tells that an answer may have changed. */
  readonly faqs: {
    readonly load: (ctx: ReadCtx) => Promise<readonly Faq[]>;
    readonly stamp: (tx: Tx) => Promise<string>;
  };
  /** The house's style sheet; the site adds its own to it. */
  readonly style: string;
  readonly dataDir: string;
  /** Calls with API key under the same address, for the same document. */
  readonly withKey: ApiDescription;
};

/** Uncached pages at once, and waiting: the rest is told to come back, so that signed-in people keep their database. */
const atOnce = 4;
const waitingMost = 200;

/** Tag of all pages, dropped together when what stands above them changes (S36). */
const everyPage = 'every page';

const sameForAll = {
  'cache-control': 'public, max-age=0, must-revalidate',
  'cdn-cache-control': 'max-age=5, stale-while-revalidate=60, stale-if-error=86400',
};

/** The public site 「コロナワクチンナビ」 under /navi; gives the address of its style sheet. */
export const openNavi = (server: FastifyInstance, options: NaviOptions): { readonly css: string } => {
  const { db, clock, log, publicUrl, demo, pages, standing } = options;
  const { style } = options;
  const css = `/navi/style-${createHash('sha256').update(style).digest('base64url').slice(0, 10)}.css`;
  const now = () => clock.now();
  const disk = sheetsOnDisk(join(options.dataDir, 'navi'));
  const read = publicReader(db);
  const sheets = openSheets(read, disk, now);
  let vaccines: readonly PublicVaccine[] | undefined;
  const shop: Workshop = {
    site: { publicUrl, css, demo, banners: [] },
    read,
    sheets,
    now,
    faqs: options.faqs.load,
    vaccines: async () => {
      vaccines ??= await read(loadVaccinesInUse).catch(() => undefined);
      return vaccines ?? [];
    },
  };

  const drop = (municipalityCode: string): void => {
    making.clear();
    sheets.drop(municipalityCode);
    pages.drop(municipalityCode);
    pages.drop(`p${municipalityCode.slice(0, 2)}`);
  };
  /** Pages that are being made: who asks for the same meanwhile waits for it. */
  const making = new Map<string, Promise<{ readonly page: KeptPage; readonly status: number }>>();
  const enter = gate(atOnce, waitingMost);

  const pack = async (made: Made, headers: Readonly<Record<string, string>>): Promise<KeptPage> =>
    packPage({
      body: renderPage(made.page),
      headers: {
        ...headers,
        'content-type': 'text/html; charset=utf-8',
        ...(made.status === 503
          ? { 'cache-control': 'no-store', 'retry-after': String(made.retryAfter ?? 30) }
          : sameForAll),
      },
      tags: [...(made.tags ?? []), everyPage],
      ...(made.from !== undefined && { from: made.from }),
      ...(made.until !== undefined && { until: made.until }),
    });

  const make = async (key: string, address: Address, headers: Readonly<Record<string, string>>) => {
    const since = pages.moment();
    const today = { ...shop, site: { ...shop.site, banners: standing.known(now()) } };
    const made = (await enter(() => makePage(today, address))) ?? (await makeFault(today, address.language, 'busy'));
    const page = await pack(made, headers);
    if (made.tags !== null) pages.keep(key, page, since);
    return { page, status: made.status };
  };

  /** Who asks for what is being made waits for it, instead of making it again. */
  const makeOnce = (key: string, address: Address, headers: Readonly<Record<string, string>>) => {
    const waiting = making.get(key);
    if (waiting) return waiting;
    const work = make(key, address, headers).finally(() => {
      if (making.get(key) === work) making.delete(key);
    });
    making.set(key, work);
    return work;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const address = readAddress(request.url);
    const exists = address.wanted.kind !== 'not-found';
    const key = exists ? canonicalAddress(address) : `404 ${address.language}`;
    const there = exists ? pages.find(key) : undefined;
    const { page, status } = there ? { page: there, status: 200 } : await makeOnce(key, address, headersOf(reply));
    reply.hijack();
    sendPage(page, request.raw, reply.raw, status);
    return reply;
  };

  /** What stands above the kept pages. */
  let above = '[]';
  /** The state of the articles behind 「よくある質問」. */
  let answered = '';
  let styleSheet: Promise<KeptPage> | undefined;
  server.get(css, async (request, reply) => {
    styleSheet ??= packPage({
      body: style,
      headers: {
        ...headersOf(reply),
        'content-type': 'text/css; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
      },
      tags: [],
      forGood: true,
    });
    const page = await styleSheet;
    pages.keep(css, page, pages.moment());
    reply.hijack();
    sendPage(page, request.raw, reply.raw);
    return reply;
  });
  openApi(server, { read, now, publicUrl, withKey: options.withKey });
  server.get('/navi', answer);
  server.get('/navi/*', answer);

  const deaf = onMunicipalityChanged(drop);
  const following = followChanges({
    read,
    disk,
    log,
    now,
    drop,
    standing: async (tx) => {
      await standing.banners({ tx, now: now() });
      const lines = JSON.stringify(standing.known(now()));
      if (lines !== above) pages.drop(everyPage);
      above = lines;
      const stamp = await options.faqs.stamp(tx);
      if (stamp !== answered) pages.drop(faqTag);
      answered = stamp;
    },
    refresh: async () => {
      const before = JSON.stringify(vaccines);
      vaccines = await read(loadVaccinesInUse);
      if (JSON.stringify(vaccines) !== before) pages.drop('vaccines');
    },
  });
  server.addHook('onListen', () => following.start());
  server.addHook('onClose', async () => {
    deaf();
    await following.stop();
  });
  return { css };
};

/** What the plug-ins put on every reply (security headers); kept with the page, so that a kept one has the same. */
const headersOf = (reply: FastifyReply): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(reply.getHeaders())
      .filter(([name]) => name !== 'set-cookie' && name !== 'vary')
      .map(([name, value]) => [name, String(value)]),
  );
