import { foldForSearch } from '../../kernel/search-text.ts';

/** Words that mean the same to those who ask, each group folded as texts are. */
export type Groups = readonly (readonly string[])[];

export const foldGroups = (groups: Groups): Groups => groups.map((group) => group.map(foldForSearch));

/** `#n` for each group of which the folded text says a word, as often as it does. */
export const groupsIn = (folded: string, groups: Groups): string[] =>
  groups.flatMap((group, n) => group.filter((word) => folded.includes(word)).map(() => `#${n}`));
