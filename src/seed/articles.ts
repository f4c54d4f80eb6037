import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { audiences, labelIn, manualAudience, shippedManuals } from '../features/knowledge/index.ts';
import { foldForSearch } from '../kernel/search-text.ts';
import { type ArticleFile, readArticleFile } from './article-file.ts';
import type { Run } from './run.ts';

/** Beside the sources, and beside the bundle, where the build puts a copy. */
const folder = join(dirname(fileURLToPath(import.meta.url)), 'articles');

export const articleFiles = (): ArticleFile[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.md'))
    .sort()
    .map((name) => readArticleFile(name, readFileSync(join(folder, name), 'utf8')));

/** The manuals that this release ships, as articles among the others (M6.3-1). */
const manualArticles = (): (ArticleFile & { readonly manualRole: string })[] =>
  shippedManuals().map(({ role, title, edition, date, chapters }) => ({
    slug: `manual-${role}`,
    title,
    type: 'manual',
    audiences: [manualAudience(role)],
    topic: 'support',
    publishedOn: '2021-02-15',
    body: [
      `${labelIn(audiences, manualAudience(role))}の方がV-SYSで行う操作を、画面の写真とともに順番に説明しています（${edition}、${date}）。`,
      '',
      ...chapters.map((chapter) => `- ${chapter.title}`),
    ].join('\n'),
    manualRole: role,
  }));

const rowOf = (file: ArticleFile) => ({
  ...file,
  titleSort: foldForSearch(file.title),
  digest: createHash('sha256').update(JSON.stringify(file)).digest('hex'),
});

/**
 * The articles that come with the program: new ones are published, changed ones get a new version. An article that the
 * desk has touched stays as the desk left it.
 */
export const seedArticles = async (run: Run, now: Date): Promise<void> => {
  const params = [JSON.stringify([...articleFiles(), ...manualArticles()].map(rowOf)), now.toISOString()];
  const source = `json_to_recordset($1::json) as f(slug text, title text, "titleSort" text, type text, audiences json,
    topic text, "publishedOn" date, body text, digest text, "manualRole" text)`;
  await run(
    `insert into articles (slug, manual_role, created_at) select f.slug, f."manualRole", $2::timestamptz from ${source}
     where not exists (select from articles a where a.slug = f.slug) order by f.slug`,
    params,
  );
  // Its own `with`, one statement: a version, what points to it, and the note for those who follow.
  await run(
    `with due as (
       select a.id, f.*, coalesce((select max(number) from article_versions v where v.article_id = a.id), 0) + 1 as number
       from ${source} join articles a on a.slug = f.slug
       where a.seed_digest is distinct from f.digest
         and not exists (select from article_versions v where v.article_id = a.id and v.author_id is not null)
     ), written as (
       insert into article_versions (article_id, number, state, type, title, title_sort, body, audiences, topic, published_on, written_at, note)
       select id, number, 'published', type, title, "titleSort", body, array(select json_array_elements_text(audiences)),
         topic, "publishedOn", greatest("publishedOn"::timestamptz, case when number > 1 then $2::timestamptz end), ''
       from due order by id
     ), counted as (
       insert into article_counts (article_id) select id from due on conflict do nothing
     ), noted as (
       insert into article_changes (article_id) select id from due order by id
     )
     update articles a set live = due.number, seed_digest = due.digest, version = a.version + 1 from due where due.id = a.id`,
    params,
  );
};
