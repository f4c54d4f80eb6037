import { rmSync } from 'node:fs';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Db } from '../../../src/platform/db/index.ts';
import { START } from '../../support/app/index.ts';
import { testDb } from '../../support/db/index.ts';
import { type Running, runSite, soon } from './world.ts';

let db: Db;
let site: Running;

beforeEach(async () => {
  ({ db } = await testDb());
  site = await runSite(db, () => START);
});
afterEach(async () => {
  await site.server.close();
  rmSync(site.dataDir, { recursive: true, force: true });
});

const publish = (slug: string, title: string, body: string, audiences: readonly string[], publishedOn = '2021-04-01') =>
  db.transaction({ role: 'all' }, async (tx) => {
    await sql`with a as (insert into articles (slug, live, created_at) values (${slug}, 1, ${START}) returning id),
      v as (insert into article_versions (article_id, number, state, type, title, title_sort, body, audiences, topic, published_on, written_at)
        select id, 1, 'published', 'faq', ${title}, ${title}, ${body}, ${audiences}, 'navi', ${publishedOn}, ${START} from a),
      c as (insert into article_counts (article_id) select id from a)
      insert into article_changes (article_id) select id from a`.execute(tx);
  });
const faq = async (path = '/navi/faq') => (await fetch(`${site.url}${path}`)).text();

test('「よくある質問」 answers what the desk published for residents, nothing else, and at once', async () => {
  expect(await faq()).toContain('いま、載せている質問はありません。');
  await publish('venues-only', '医療機関の質問', '内部の答え', ['venue']);
  await publish('tomorrow', '明日の質問', '明日の答え', ['public'], '2021-04-27');
  await publish('coupon', '接種券の質問', '# 見出し\n\n<b>太字</b>', ['public', 'municipality']);
  expect(await soon(async () => (await faq()).includes('接種券の質問'))).toBe(true);
  const html = await faq();
  expect(html).toContain('<h2 id="coupon">');
  expect(html).not.toMatch(/医療機関の質問|明日の質問|<b>太字/);
  expect(await faq('/navi/en/faq')).toMatch(/<section [^>]*lang="ja"/);
  const { headers } = await fetch(`${site.url}/navi/faq`);
  expect(headers.get('cdn-cache-control')).toContain('max-age=5');
  expect(headers.get('set-cookie')).toBeNull();
});
