import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Column } from '../../../src/kernel/policy.ts';
import { seedArticles } from '../../../src/seed/articles.ts';
import { runInTx } from '../../../src/seed/index.ts';
import { addPeople, type Person, START, type TestApp, testApp } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { addArticles, titlesOf } from './support.ts';

const { db, reset } = await testDb();
let app: TestApp;
let people: Record<Column, Person>;
let now = START;

beforeEach(async () => {
  await reset();
  now = START;
  people = await addPeople(db, START);
  app = await testApp(db, () => now);
});

const all = <T>(query: ReturnType<typeof sql<T>>) =>
  db.transaction({ role: 'all' }, async (tx) => (await query.execute(tx)).rows);
/** Later; people stay logged in. */
const moveTo = async (to: Date) => {
  now = to;
  await all(sql`update sessions set created_at = ${to}, last_seen_at = ${to}`);
};
const list = async (query: Record<string, string> = {}) => {
  const { html, status } = await app.open(people.basic, `/knowledge?${new URLSearchParams(query)}`);
  expect(status).toBe(200);
  return html;
};
const titles = async (query: Record<string, string> = {}) => titlesOf(await list(query));

describe('the list', () => {
  beforeEach(() =>
    addArticles(db, [
      { slug: 'a', title: 'Bの記事', publishedOn: '2021-03-01', views: 5, score: 3100, topic: 'claim' },
      { slug: 'b', title: 'aの記事', publishedOn: '2021-03-02', views: 9, score: 2000, audience: 'municipality' },
      { slug: 'c', title: 'cの記事', publishedOn: '2021-02-01', views: 1, score: 4000, type: 'manual' },
      { slug: 'd', title: '明日の記事', publishedOn: '2021-04-27' },
      { slug: 'e', title: '昨日までの記事', publishedOn: '2021-01-01', withdrawnOn: '2021-04-26' },
    ]),
  );

  test('shows what is published today, filtered by type, 対象者 and 情報種類', async () => {
    expect(await titles()).toEqual(['aの記事', 'Bの記事', 'cの記事']);
    expect(await titles({ type: 'manual' })).toEqual(['cの記事']);
    expect(await titles({ audience: 'municipality' })).toEqual(['aの記事']);
    expect(await titles({ topic: 'claim' })).toEqual(['Bの記事']);
    expect(await titles({ type: 'faq', topic: 'claim', audience: 'municipality' })).toEqual([]);
    await moveTo(new Date('2021-04-27T00:00:00+09:00'));
    expect(await titles()).toContain('明日の記事');
    expect((await app.open(people.basic, '/knowledge/articles/d')).status).toBe(200);
    expect((await app.open(people.basic, '/knowledge/articles/e')).status).toBe(404);
  });

  test.each([
    ['published', ['aの記事', 'Bの記事', 'cの記事']],
    ['rating', ['cの記事', 'Bの記事', 'aの記事']],
    ['views', ['aの記事', 'Bの記事', 'cの記事']],
    ['title', ['aの記事', 'Bの記事', 'cの記事']],
    ['title-desc', ['cの記事', 'Bの記事', 'aの記事']],
  ])('is ordered by %s', async (sort, expected) => expect(await titles({ sort })).toEqual(expected));
});

describe('pages of 20', () => {
  test.each(['', 'rating', 'views', 'title', 'title-desc', 'fit'])(
    'show every article once, ordered by 「%s」',
    async (sort) => {
      await addArticles(
        db,
        Array.from({ length: 45 }, (_, i) => ({ slug: `n${i}`, title: `題${i % 7}`, views: i % 3, score: i % 4 })),
      );
      const seen: string[] = [];
      let url: string | undefined = `/knowledge?${new URLSearchParams({ sort, ...(sort === 'fit' && { q: '題' }) })}`;
      while (url) {
        const { html } = await app.open(people.basic, url);
        seen.push(...[...html.matchAll(/\/knowledge\/articles\/(n\d+)/g)].map(([, slug]) => slug ?? ''));
        url = /href="([^"]+)" rel="next"/.exec(html)?.[1]?.replaceAll('&amp;', '&');
      }
      expect(seen).toHaveLength(45);
      expect(new Set(seen).size).toBe(45);
    },
  );
});

describe('the search', () => {
  test('finds Japanese without spaces, kana and width folded, and marks what was found', async () => {
    await addArticles(db, [
      { slug: 'a', title: '納入希望量を登録する', body: '「保存」を押します。ワクチンごとに入力します。' },
      { slug: 'b', title: 'その他', body: 'ほかのこと。' },
    ]);
    for (const q of ['希望量', 'わくちん', 'ﾜｸﾁﾝ', '納入希望量の登録', '希望量　ワクチン'])
      expect(await titles({ q }), q).toEqual(['納入希望量を登録する']);
    expect(await list({ q: 'わくちん' })).toContain('<mark>ワクチン</mark>');
    expect(await titles({ q: '希望量', topic: 'claim' })).toEqual([]);
  });

  test('keeps in step with what is published and withdrawn, in whichever process', async () => {
    await addArticles(db, [{ slug: 'a', title: '最初' }]);
    expect(await titles({ q: '最初' })).toEqual(['最初']);
    await addArticles(db, [{ slug: 'b', title: 'あとから' }]);
    expect(await titles({ q: 'あとから' })).toEqual(['あとから']);
    await reset();
    people = await addPeople(db, START);
    await addArticles(db, [{ slug: 'a', title: '別のデータベース' }]);
    expect(await titles({ q: '最初' })).toEqual([]);
    expect(await titles({ q: '別のデータ' })).toEqual(['別のデータベース']);
  });

  test.each([
    ['only spaces', '　 　', 1],
    ['emoji', '😀👨‍👩‍👧', 0],
    ['SQL', "' or 1=1; drop table articles; --", 0],
    ['wildcards', '%_\\', 0],
    ['a line end', 'あ\nい', 0],
  ])('%s does no harm', async (_, q, count) => {
    await addArticles(db, [{ slug: 'a', title: '記事' }]);
    expect(await titles({ q })).toHaveLength(count);
  });

  test('of 10 kB is told to be shorter', async () => {
    const html = await list({ q: 'あ'.repeat(3_400) });
    expect(html).toContain('検索する言葉が長すぎます。');
    expect(html).toContain('200文字以内');
  });
});

describe('one article', () => {
  const open = (who: Person | null, query = '') => app.open(who, `/knowledge/articles/a${query}`);
  const counts = async () => (await all(sql<Record<string, number>>`select * from article_counts`))[0] ?? {};
  const rate = (who: Person | null, stars: string) => app.send(who, '/knowledge/articles/a/rating', { stars });
  beforeEach(() => addArticles(db, [{ slug: 'a', title: '題', body: '**太字** <script>alert(1)</script>' }]));

  test('shows its Markdown and no HTML of its own', async () => {
    const { html } = await open(people.basic);
    expect(html).toContain('<strong>太字</strong> &lt;script&gt;');
    expect(html).not.toContain('<script>alert');
  });

  test('counts a view once per user and hour', async () => {
    await open(people.basic);
    await open(people.basic);
    expect((await counts()).views).toBe(1);
    await open(people.municipality);
    expect((await counts()).views).toBe(2);
    await moveTo(new Date(START.getTime() + 3_600_000));
    await open(people.basic);
    expect((await counts()).views).toBe(3);
  });

  test('has one rating per user, which can be changed', async () => {
    expect((await rate(people.basic, '5')).location).toBe('/knowledge/articles/a?rated=1');
    await rate(people.municipality, '2');
    expect(await counts()).toMatchObject({ rating_sum: 7, rating_count: 2 });
    await rate(people.basic, '1');
    expect(await counts()).toMatchObject({ rating_sum: 3, rating_count: 2, score: Math.trunc((18 * 1000) / 7) });
    const { html } = await open(people.basic);
    expect(html).toContain('評価を変更する');
    expect(html).toContain('1.5');
  });

  test.each(['', '0', '6', '9e9', 'x'])('a rating of 「%s」 is none', async (stars) => {
    expect((await rate(people.basic, stars)).status).toBe(422);
    expect(await counts()).toMatchObject({ rating_sum: 0, rating_count: 0 });
  });

  test('nobody rates without logging in', async () => {
    expect(await rate(null, '5')).toMatchObject({ status: 303, location: expect.stringMatching(/^\/login/) });
    expect(await counts()).toMatchObject({ rating_count: 0, views: 0 });
  });

  test('leads back to the list as it was, and nowhere else', async () => {
    const from = encodeURIComponent('type=faq&q=題&sort=views');
    expect((await open(people.basic, `?from=${from}`)).html).toContain(
      `href="/knowledge?type=faq&amp;q=${encodeURIComponent('題')}&amp;sort=views"`,
    );
    expect((await open(people.basic, '?from=https%3A%2F%2Fevil.example')).html).not.toContain('evil');
  });
});

describe('the articles that come with the program', () => {
  const seed = () => db.transaction({ role: 'all' }, (tx) => seedArticles(runInTx(tx), START));
  const state = () =>
    all(
      sql`select a.slug, a.live, a.version, (select max(seq) from article_changes) as seq from articles a order by slug`,
    );

  test('are published once, and again when their file changed', async () => {
    await seed();
    const first = await state();
    expect(first.length).toBeGreaterThan(0);
    await seed();
    expect(await state()).toEqual(first);
    await all(sql`update articles set seed_digest = 'old' where slug = 'forgot-password'`);
    await seed();
    const [row] = await all(sql<{ live: number }>`select live from articles where slug = 'forgot-password'`);
    expect(row?.live).toBe(2);
    expect(await titles({ q: 'パスワードを忘れた' })).not.toEqual([]);
  });

  test('stay as the desk left them', async () => {
    await seed();
    await all(sql`update article_versions set author_id = ${people.desk.userId}, title = '窓口の題'
      where article_id = (select id from articles where slug = 'forgot-password')`);
    await all(sql`update articles set seed_digest = 'old' where slug = 'forgot-password'`);
    await seed();
    const [row] = await all(sql<{ live: number }>`select live from articles where slug = 'forgot-password'`);
    expect(row?.live).toBe(1);
  });
});
