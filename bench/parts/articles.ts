import { createArticleIndex } from '../../src/features/knowledge/article-index.ts';
import { toText } from '../../src/features/knowledge/markdown.ts';
import { indexArticles as indexAnswers } from '../../src/features/support/article-index.ts';
import { groups } from '../../src/features/support/vocabulary.ts';
import { type Bench, milliseconds, type Part, type Result, share } from '../bench.ts';
import { measureRun, middle } from '../compare.ts';
import { cookieOf, listArea, officeOf, refreshSessions } from '../country.ts';
import type { Admin } from '../database.ts';
import { expectStatus, timeEach } from '../load.ts';
import { median } from '../stats.ts';

const articles = 5_000;

/** Words in kanji, kana and full width, a word of many articles, a sentence, and what stands nowhere. */
const typed = [
  '納入希望量',
  'ぱすわーど',
  'ＣＳＶ',
  'ログイン',
  'パスワードを忘れてしまいました',
  'ワクチン 返品',
] as const;

/** As many articles as the limit asks for, made of the texts that come with the program, each with its number. */
const fill = `
  with n as (select n, (n % (select count(*) from article_versions))::int as k from generate_series(1, ${articles}) n),
       source as (select *, row_number() over (order by article_id) - 1 as k from article_versions),
       made as (insert into articles (slug, live, created_at) select 'bench-' || n, 1, now() from n on conflict do nothing returning id, slug),
       versions as (
         insert into article_versions (article_id, number, state, type, title, title_sort, body, audiences, topic, published_on, written_at)
         select m.id, 1, 'published', s.type, s.title || n.n, s.title_sort || n.n, s.body || E'\\n\\n' || n.n, s.audiences, s.topic, s.published_on, now()
         from made m join n on m.slug = 'bench-' || n.n join source s using (k)),
       counts as (insert into article_counts (article_id, views) select id, id % 50 from made)
  insert into article_changes (article_id) select id from made`;

type Row = { id: number; title: string; body: string; type: string; audiences: string[]; topic: string };
const texts = async (admin: Admin): Promise<Row[]> =>
  (await admin.query('select article_id as id, title, body, type, audiences, topic from article_versions')).rows;

/** As users ask the chatbot: whole sentences. */
const asked = [
  'パスワードを忘れてしまいました',
  '納入希望量を間違えて入力しました。直せますか',
  'ワクチンが届いたらどうすればよいですか',
] as const;
const nobody = { audience: null, topic: null };

const measureChatbot = async (rows: readonly Row[], rounds: number): Promise<Result[]> => {
  const started = performance.now();
  const faqs = rows.filter(({ type }) => type === 'faq');
  const index = await indexAnswers(
    faqs.map(({ body, ...row }) => ({ ...row, body: toText(body), wordings: row.title })),
    groups,
  );
  const built = performance.now() - started;
  const took = await timeEach(Array.from({ length: rounds }, () => asked).flat(), 1, async (q) => {
    index.closest(q, nobody, 5);
  });
  return [
    {
      what: `Index of the chatbot over ${faqs.length.toLocaleString('en')} of them, made after the start`,
      figure: milliseconds(built),
      limit: '< 2 s',
      met: built < 2_000,
    },
    {
      what: 'A question to the chatbot in that index alone',
      figure: `p50 ${milliseconds(median(took))}`,
      limit: '< 15 ms (p50)',
      met: median(took) < 15,
    },
  ];
};

const measureIndex = async (admin: Admin, rounds: number): Promise<Result[]> => {
  const rows = await texts(admin);
  const index = createArticleIndex();
  const started = performance.now();
  for (const { id, title, body } of rows) index.put({ id, title, text: toText(body) });
  const built = performance.now() - started;
  const took = await timeEach(Array.from({ length: rounds }, () => typed).flat(), 1, async (q) => {
    index.find(q);
  });
  const characters = Math.round(rows.reduce((sum, { body }) => sum + body.length, 0) / rows.length);
  return [
    {
      what: `Index of ${rows.length.toLocaleString('en')} articles of ${characters} characters, made after the start`,
      figure: milliseconds(built),
      limit: '< 2 s',
      met: built < 2_000,
    },
    {
      what: 'Search in that index alone',
      figure: `p50 ${milliseconds(median(took))}`,
      limit: '< 15 ms (p50)',
      met: median(took) < 15,
    },
    ...(await measureChatbot(rows, rounds)),
  ];
};

const measurePages = async (bench: Bench): Promise<Result> => {
  const { admin, client, program } = bench.country;
  await refreshSessions(admin);
  const headers = { cookie: cookieOf(await officeOf(admin, listArea)) };
  const rounds = share(bench, 20);
  const byWord = new Map<string, number[]>(typed.map((q) => [q, []]));
  const run = (): Promise<number[]> =>
    timeEach(Array.from({ length: rounds }, () => typed).flat(), 1, async (q) => {
      const started = performance.now();
      await expectStatus(client, { path: `/knowledge?${new URLSearchParams({ q })}`, headers }, 200);
      byWord.get(q)?.push(performance.now() - started);
    });
  const side = { pid: program.pid, application: 'v-sys', admin, run };
  await measureRun(side, 0);
  const runs = [];
  for (let n = 1; n <= bench.options.runs; n++) runs.push(await measureRun(side, n));
  const each = [...byWord].map(([q, took]) => ({ q, p50: median(took) }));
  const all = median([...byWord.values()].flat());
  return {
    what: `「記事」 searched, the whole page of 20 with marks, ${typed.length} kinds of words in turn`,
    ours: middle(runs),
    figure: `p50 ${milliseconds(all)}`,
    limit: '—',
    met: null,
    note: each.map(({ q, p50 }) => `「${q}」 ${milliseconds(p50)}`).join(', '),
  };
};

export const articleSearch: Part = {
  name: 'articles',
  measure: async (bench) => {
    await bench.country.admin.query(fill);
    return [...(await measureIndex(bench.country.admin, share(bench, 50))), await measurePages(bench)];
  },
};
