import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { toText } from '../knowledge/markdown.ts';
import { indexArticles } from './article-index.ts';
import { groups, shippedWordings } from './vocabulary.ts';

/** The articles that the program ships, as the chatbot reads them. */
const articles = readdirSync('src/seed/articles').map((file, id) => {
  const [, head = '', body = ''] = readFileSync(`src/seed/articles/${file}`, 'utf8').split(/^---$/m);
  const said = (key: string): string => new RegExp(`^${key}: (.*)$`, 'm').exec(head)?.[1] ?? '';
  const slug = said('slug');
  return {
    id,
    slug,
    title: said('title'),
    body: toText(body),
    audiences: said('audience').split(', '),
    topic: said('topic'),
    wordings: shippedWordings(slug).join('\n'),
  };
});
const index = await indexArticles(articles, groups);
type Asked = readonly { readonly question: string; readonly slug: string }[];
const read = (name: string): Asked => JSON.parse(readFileSync(`test/questions/${name}.json`, 'utf8')) as Asked;

/** Who asks: a venue, unless the answer is for others only. The page fills 「対象者」 in with it. */
const askerOf = (slug: string): string => {
  const audiences = articles.find((article) => article.slug === slug)?.audiences ?? [];
  return audiences.find((audience) => audience === '医療機関・接種会場') ?? audiences[0] ?? '';
};

/** How many of 100 questions find their article first, and among the first three; as the page asks, or by nobody known. */
const measure = (asked: Asked, known: boolean) => {
  const found = asked.map(({ question, slug }) =>
    index
      .closest(question, { audience: known ? askerOf(slug) : null, topic: null }, 3)
      .findIndex((id) => articles[id]?.slug === slug),
  );
  const share = (n: number): number => (100 * found.filter((at) => at >= 0 && at < n).length) / found.length;
  return { first: share(1), firstThree: share(3) };
};

test('the 50 questions that were held out find their article', () => {
  const asked = read('held-out');
  expect(asked).toHaveLength(50);
  const { first, firstThree } = measure(asked, true);
  expect(first).toBeGreaterThanOrEqual(80);
  expect(firstThree).toBeGreaterThanOrEqual(95);
});

test('so they do, a few less, with 「すべての対象者」', () => {
  const { first, firstThree } = measure(read('held-out'), false);
  expect(first).toBeGreaterThanOrEqual(80);
  expect(firstThree).toBeGreaterThanOrEqual(94);
});

test('the 100 questions for tuning find theirs', () => {
  const { first, firstThree } = measure(read('tuning'), false);
  expect(first).toBeGreaterThanOrEqual(90);
  expect(firstThree).toBeGreaterThanOrEqual(98);
});

test('nothing was learnt from the questions that were held out', () => {
  const known = new Set([
    ...read('tuning').map(({ question }) => question),
    ...articles.flatMap(({ wordings }) => wordings.split('\n')),
  ]);
  expect(read('held-out').filter(({ question }) => known.has(question))).toEqual([]);
});

test('whom an article is for and what it is about narrow the search', () => {
  const titles = (ids: readonly number[]) => ids.map((id) => articles[id]);
  const found = titles(
    index.closest('パスワードを忘れた', { audience: '卸業者', topic: 'パスワード・メールアドレス' }, 20),
  );
  expect(found.length).toBeGreaterThan(0);
  for (const article of found) {
    expect(article?.audiences).toContain('卸業者');
    expect(article?.topic).toBe('パスワード・メールアドレス');
  }
  expect(index.closest('', { audience: null, topic: null }, 3)).toEqual([]);
  expect(index.closest('💉💉💉', { audience: null, topic: null }, 3)).toEqual([]);
});

test('an index made at once finds as one to which the articles were added one by one', async () => {
  const grown = await indexArticles([], groups);
  for (const article of articles.slice(0, 10)) grown.put({ ...article, body: 'あとで直される文' });
  for (const article of articles) grown.put(article);
  for (const { question } of read('tuning')) {
    const nobody = { audience: null, topic: null };
    expect(grown.closest(question, nobody, 5), question).toEqual(index.closest(question, nobody, 5));
  }
});
