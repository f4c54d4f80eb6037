import synonyms from '../../../data/support/synonyms.json' with { type: 'json' };
import wordings from '../../../data/support/wordings.json' with { type: 'json' };
import { foldGroups } from './synonyms.ts';

/** Words that mean the same, e.g. 接種券 and クーポン. */
export const groups = foldGroups(synonyms);

/** Other ways to put the question of an article that the program ships, by its slug. */
export const shippedWordings = (slug: string): readonly string[] =>
  (wordings as Readonly<Record<string, readonly string[]>>)[slug] ?? [];
