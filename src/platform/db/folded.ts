import { type Expression, sql } from 'kysely';

/** A text folded in SQL as `foldForSearch` folds it: NFKC, lower case, hiragana. */
export const folded = (text: Expression<string>) => sql<string>`fold_for_search(${text})`;
