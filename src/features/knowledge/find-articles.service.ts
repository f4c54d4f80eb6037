import { setImmediate as breathe } from 'node:timers/promises';
import { keptState } from '../../kernel/kept-state.ts';
import type { Reading, Tx } from '../../platform/db/index.ts';
import { changesSince, type Seen } from './article-changes.store.ts';
import { type ArticleIndex, createArticleIndex, type Found } from './article-index.ts';
import { type IndexedRow, loadIndexed } from './indexed.store.ts';
import { toText } from './markdown.ts';

type State = { readonly index: ArticleIndex; readonly seen: Seen };

/** One index a process, following the changes that any process writes. */
const kept = keptState<State>();

/** So many articles are indexed before other requests get their turn. */
const slice = 100;

const build = async (rows: readonly IndexedRow[], seen: Seen): Promise<State> => {
  const index = createArticleIndex();
  for (const [i, { id, title, body }] of rows.entries()) {
    if (i % slice === slice - 1) await breathe();
    index.put({ id, title, text: toText(body) });
  }
  return { index, seen };
};

/** Makes the index after the start: read in a transaction, made outside of it, so that the embedded database stays free. */
export const indexArticlesFirst = async (read: Reading): Promise<void> => {
  const { rows, seen } = await read(async (tx) => ({
    seen: (await changesSince(tx, null)).seen,
    rows: await loadIndexed(tx),
  }));
  await kept.makeFirst(() => build(rows, seen));
};

/** Brings the index up to what the transaction sees. */
const followArticles = async ({ tx }: { readonly tx: Tx }): Promise<ArticleIndex> => {
  const state = await kept.current();
  const { seen, ids, all } = await changesSince(tx, state?.seen ?? null);
  if (!state || all) return kept.keep(await build(await loadIndexed(tx), seen)).index;
  const { index } = state;
  if (ids.length > 0) {
    const rows = new Map((await loadIndexed(tx, ids)).map((row) => [row.id, row]));
    for (const id of ids) {
      const row = rows.get(id);
      if (row) index.put({ id, title: row.title, text: toText(row.body) });
      else index.drop(id);
    }
    kept.keep({ index, seen });
  }
  return index;
};

/** 「ナレッジを検索...」 (M6.1-2). */
export const findArticles = async (ctx: { readonly tx: Tx }, typed: string): Promise<Found> =>
  (await followArticles(ctx)).find(typed);
