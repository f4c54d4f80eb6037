import { sql } from 'kysely';
import type { Db } from '../../../src/platform/db/index.ts';
import type { Answer, Person, TestApp } from '../../support/app/index.ts';

export type MadeArticle = {
  readonly slug: string;
  readonly title: string;
  readonly body?: string;
  readonly type?: string;
  readonly audience?: string;
  readonly topic?: string;
  readonly publishedOn?: string;
  readonly withdrawnOn?: string | null;
  readonly views?: number;
  readonly score?: number;
};

/** Published articles, as a desk would have left them; gives their ids. */
export const addArticles = (db: Db, made: readonly MadeArticle[]): Promise<number[]> =>
  db.transaction({ role: 'all' }, async (tx) => {
    const ids: number[] = [];
    for (const article of made) {
      const { slug, title, body = '本文です。', type = 'faq', audience = 'venue', topic = 'demand' } = article;
      const { publishedOn = '2021-02-15', withdrawnOn = null, views = 0, score = 3000 } = article;
      const { rows } = await sql<{
        id: number;
      }>`insert into articles (slug, live, created_at) values (${slug}, 1, now()) returning id`.execute(tx);
      const id = Number(rows[0]?.id);
      await sql`insert into article_versions (article_id, number, state, type, title, title_sort, body, audiences, topic, published_on, withdrawn_on, written_at)
        values (${id}, 1, 'published', ${type}, ${title}, ${title.toLowerCase()}, ${body}, array[${audience}], ${topic}, ${publishedOn}, ${withdrawnOn}, now())`.execute(
        tx,
      );
      await sql`insert into article_counts (article_id, views, score) values (${id}, ${views}, ${score})`.execute(tx);
      await sql`insert into article_changes (article_id) values (${id})`.execute(tx);
      ids.push(id);
    }
    return ids;
  });

/** The titles of a list page, in its order. */
export const titlesOf = (html: string): string[] =>
  [...html.matchAll(/<h2 class="hit-title"><a [^>]*>([\s\S]*?)<\/a>/g)].map(([, title]) =>
    (title ?? '').replaceAll(/<[^>]+>/g, ''),
  );

/** One pixel. */
export const pngBytes = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Sends a file as a browser does. */
export const sendFile = async (
  app: TestApp,
  who: Person | null,
  url: string,
  name: string,
  bytes: Buffer,
): Promise<Answer> => {
  const edge = 'x-edge-of-the-parts';
  const head = `--${edge}\r\ncontent-disposition: form-data; name="_request"\r\n\r\n${crypto.randomUUID()}\r\n--${edge}\r\n`;
  const part = `content-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/octet-stream\r\n\r\n`;
  const reply = await app.server.inject({
    method: 'POST',
    url,
    ...(who && { cookies: { sid: who.sid } }),
    headers: { 'content-type': `multipart/form-data; boundary=${edge}` },
    payload: Buffer.concat([Buffer.from(head + part), bytes, Buffer.from(`\r\n--${edge}--\r\n`)]),
  });
  return { status: reply.statusCode, location: String(reply.headers.location ?? ''), html: reply.body };
};
