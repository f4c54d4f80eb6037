import { setImmediate as breathe } from 'node:timers/promises';
import type { Tx } from '../../platform/db/index.ts';
import { changesSince, type Seen } from './article-changes.store.ts';
import { type ArticleIndex, createArticleIndex, type Found } from './article-index.ts';
import { loadIndexed } from './indexed.store.ts';
import { toText } from './markdown.ts';

type State = { readonly index: ArticleIndex; readonly seen: Seen };

/** One index a process, following the changes that any process writes. */
let state: State | null = null;

/** So many articles are indexed before other requests get their turn. */
const slice = 100;

const build = async (tx: Tx, seen: Seen): Promise<State> => {
  const index = createArticleIndex();
  for (const [i, { id, title, body }] of (await loadIndexed(tx)).entries()) {
    if (i % slice === slice - 1) await breathe();
    index.put({ id, title, text: toText(body) });
  }
  return { index, seen };
};

/** Brings the index up to what the transaction sees. Called once after the start, and before every search. */
export const followArticles = async ({ tx }: { readonly tx: Tx }): Promise<ArticleIndex> => {
  const { seen, ids, all } = await changesSince(tx, state?.seen ?? null);
  if (!state || all) {
    state = await build(tx, seen);
    return state.index;
  }
  const { index } = state;
  if (ids.length > 0) {
    const rows = new Map((await loadIndexed(tx, ids)).map((row) => [row.id, row]));
    for (const id of ids) {
      const row = rows.get(id);
      if (row) index.put({ id, title: row.title, text: toText(row.body) });
      else index.drop(id);
    }
    state = { index, seen };
  }
  return index;
};

/** 「ナレッジを検索...」 (M6.1-2). */
export const findArticles = async (ctx: { readonly tx: Tx }, typed: string): Promise<Found> =>
  (await followArticles(ctx)).find(typed);
