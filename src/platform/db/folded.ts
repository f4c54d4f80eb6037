import { type Expression, sql } from 'kysely';

const range = (first: string, last: string): string => {
  const [from, to] = [first.codePointAt(0) ?? 0, last.codePointAt(0) ?? 0];
  return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i)).join('');
};
const katakana = range('ァ', 'ヶ');
const hiragana = range('ぁ', 'ゖ');

/** A text column folded in SQL as `foldForSearch` folds it: NFKC, lower case, hiragana. */
export const folded = (text: Expression<string>) =>
  sql<string>`translate(lower(normalize(${text}, NFKC)), ${sql.lit(katakana)}, ${sql.lit(hiragana)})`;
