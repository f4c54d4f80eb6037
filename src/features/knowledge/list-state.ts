import { z } from 'zod';
import { searchLimit } from './article-words.ts';
import { articleSorts, articleTypes, audiences, byFit, topics } from './articles.ts';

const oneOf = <const V extends string>(list: readonly { readonly value: V }[]) =>
  z
    .enum(list.map(({ value }) => value) as [V, ...V[]])
    .nullable()
    .catch(null);

/** What the address of 「記事」 says; what it does not understand is as if it were not there. */
export const listQuery = z.object({
  type: oneOf(articleTypes),
  audience: oneOf(audiences),
  topic: oneOf(topics),
  q: z
    .string()
    .catch('')
    .transform((typed) => typed.replaceAll(/[\p{Cc}\p{Cs}]/gu, ' ').trim()),
  sort: oneOf([...articleSorts, byFit]),
  after: z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER).nullable().catch(null),
});
export type ListState = z.infer<typeof listQuery>;

/** Is the search too long to be one? */
export const isTooLong = ({ q }: ListState): boolean => [...q].length > searchLimit;

/** The order unless another is wished: what fits best first, as long as something is searched. */
export const defaultSort = ({ q }: ListState): 'published' | 'fit' => (q === '' ? 'published' : 'fit');

/** The order in force. */
export const sortOf = (state: ListState): Exclude<ListState['sort'], null> =>
  state.sort === null || (state.sort === 'fit' && state.q === '') ? defaultSort(state) : state.sort;

const paramsOf = (state: ListState): string =>
  new URLSearchParams(
    Object.entries(state).flatMap(([name, value]): [string, string][] =>
      value === null || value === '' ? [] : [[name, String(value)]],
    ),
  ).toString();

/** Address of the list in this state. */
export const listHref = (state: ListState): string => {
  const params = paramsOf(state);
  return params ? `/knowledge?${params}` : '/knowledge';
};

/** Address of an article that knows the way back to the list as it was (M6.1-3). */
export const articleHref = (slug: string, state?: ListState): string => {
  const from = state && !isTooLong(state) ? paramsOf(state) : '';
  return `/knowledge/articles/${slug}${from ? `?${new URLSearchParams({ from })}` : ''}`;
};

/** The way back that an article's address carries: only ever to the list. */
export const backHref = (from: string): string =>
  listHref(listQuery.parse(Object.fromEntries(new URLSearchParams(from))));
