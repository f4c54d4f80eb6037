import type { IncomingMessage, ServerResponse } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createPageCache, packPage, sendPage } from './page-cache.ts';

type Sent = { status: number; headers: Record<string, string>; body: Buffer | undefined };

const exchange = (headers: Record<string, string>, method = 'GET', url = '/a') => {
  const sent: Sent = { status: 0, headers: {}, body: undefined };
  const response = {
    writeHead: (status: number, flat: string[]) => {
      sent.status = status;
      for (let i = 0; i < flat.length; i += 2) sent.headers[flat[i] ?? ''] = flat[i + 1] ?? '';
      return response;
    },
    end: (body?: Buffer) => {
      sent.body = body;
    },
  };
  const request = { method, url, headers } as unknown as IncomingMessage;
  return { sent, request, response: response as unknown as ServerResponse };
};

const page = (body: string, tags: readonly string[] = []) => packPage({ body, headers: { 'x-own': '1' }, tags });

test('the same page goes out in the encoding that the client takes', async () => {
  const text = '港区'.repeat(500);
  const kept = await page(text);
  for (const [accepted, encoding, unpack] of [
    ['gzip, deflate, br', 'br', brotliDecompressSync],
    ['gzip;q=0.8, br;q=0', 'gzip', gunzipSync],
    ['identity', undefined, (plain: Buffer) => plain],
    ['brother', undefined, (plain: Buffer) => plain],
  ] as const) {
    const { sent, request, response } = exchange({ 'accept-encoding': accepted });
    sendPage(kept, request, response);
    expect(sent.headers).toMatchObject({ 'x-own': '1', vary: 'accept-encoding', etag: kept.etag });
    expect(sent.headers['content-encoding']).toBe(encoding);
    expect(sent.headers['content-length']).toBe(String(sent.body?.length));
    expect(unpack(sent.body as Buffer).toString()).toBe(text);
  }
});

test('what the client has is not sent again, and HEAD has no body', async () => {
  const kept = await page('a');
  const again = exchange({ 'if-none-match': `"x", ${kept.etag}` });
  sendPage(kept, again.request, again.response);
  expect([again.sent.status, again.sent.body]).toEqual([304, undefined]);
  const head = exchange({}, 'HEAD');
  sendPage(kept, head.request, head.response);
  expect([head.sent.status, head.sent.headers['content-length'], head.sent.body]).toEqual([200, '1', undefined]);
});

test('a drop takes all pages of its tag and no other, also one that was being made meanwhile', async () => {
  const cache = createPageCache(() => new Date(0));
  cache.keep('/a', await page('a', ['m1', 'p1']), cache.moment());
  cache.keep('/b', await page('b', ['m2', 'p1']), cache.moment());
  const since = cache.moment();
  cache.drop('m1');
  expect([cache.find('/a'), cache.find('/b')?.bodies.plain.toString()]).toEqual([undefined, 'b']);
  cache.keep('/a', await page('old', ['m1']), since);
  expect(cache.find('/a')).toBeUndefined();
  cache.keep('/a', await page('new', ['m1']), cache.moment());
  expect(cache.find('/a')).toBeDefined();
  cache.drop('p1');
  expect(cache.find('/b')).toBeUndefined();
});

test('a page is good for its time of the business clock only', async () => {
  let now = 50;
  const cache = createPageCache(() => new Date(now));
  const keep = async () =>
    cache.keep('/a', await packPage({ body: 'a', headers: {}, tags: [], from: 10, until: 100 }), 0);
  await keep();
  expect(cache.find('/a')).toBeDefined();
  now = 100;
  expect(cache.find('/a')).toBeUndefined();
  await keep();
  now = 9;
  expect(cache.find('/a')).toBeUndefined();
});

test('the page asked for longest ago goes first', async () => {
  const [a, b, c] = [await page('a'.repeat(100)), await page('b'.repeat(100)), await page('c'.repeat(100))];
  const cache = createPageCache(() => new Date(0), a.size + b.size);
  cache.keep('/a', a, 0);
  cache.keep('/b', b, 0);
  cache.find('/a');
  cache.keep('/c', c, 0);
  expect(['/a', '/b', '/c'].filter((key) => cache.find(key))).toEqual(['/a', '/c']);
});

test('only GET and HEAD are answered', async () => {
  const cache = createPageCache(() => new Date(0));
  cache.keep('/a', await page('a'), 0);
  for (const [method, url, answered] of [
    ['GET', '/a', true],
    ['HEAD', '/a', true],
    ['POST', '/a', false],
    ['GET', '/a?b=1', false],
  ] as const) {
    const { request, response } = exchange({}, method, url);
    expect(cache.answer(request, response)).toBe(answered);
  }
});
