import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { renderPage } from '../../src/ui/index.ts';
import { gallery, large } from './gallery.tsx';

const root = path.resolve(import.meta.dirname, '../..');
const csp =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src 'self' data:; form-action 'self'";

const pages = { ...gallery, ...large };

/** The gallery under the product's own content security policy; needs a build. */
export const serveGallery = async (): Promise<{ origin: string; close: () => void }> => {
  const manifest = JSON.parse(await readFile(path.join(root, 'dist/assets/manifest.json'), 'utf8'));
  const assets = { css: manifest['style.css'], script: manifest['page.island'] };
  const server = createServer(async (request, reply) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    const page = pages[url.pathname.slice(1) as keyof typeof pages];
    if (page) {
      reply.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'content-security-policy': csp });
      return reply.end(renderPage(page(assets)));
    }
    if (url.pathname === '/lookup') {
      const results = ['芝公園病院', '芝浦クリニック'].map((name, i) => ({
        id: i + 1,
        name,
        detail: `131030000${i} 東京都港区`,
      }));
      reply.writeHead(200, { 'content-type': 'application/json' });
      return reply.end(JSON.stringify({ results: url.searchParams.get('q') === 'なし' ? [] : results, more: false }));
    }
    if (/^\/assets\/[\w.-]+$/.test(url.pathname)) {
      const type = url.pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
      reply.writeHead(200, { 'content-type': type });
      return reply.end(await readFile(path.join(root, 'dist', url.pathname)));
    }
    reply.writeHead(404).end();
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => server.close() };
};
