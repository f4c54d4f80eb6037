import { foldForSearch } from '../../kernel/search-text.ts';

type Member = { readonly word: string; readonly mark: string };
/** Words that mean the same to those who ask, folded as texts are; by their first character, and each with its group's mark. */
export type Groups = ReadonlyMap<string, readonly Member[]>;

export const foldGroups = (groups: readonly (readonly string[])[]): Groups => {
  const members = groups.flatMap((group, n) => group.map((word) => ({ word: foldForSearch(word), mark: `#${n}` })));
  return Map.groupBy(members, ({ word }) => word.charAt(0));
};

/** `#n` for each group of which the folded text says a word, once for each of its words. */
export const groupsIn = (folded: string, groups: Groups): string[] => {
  const found = new Set<Member>();
  for (let at = 0; at < folded.length; at += 1)
    for (const member of groups.get(folded.charAt(at)) ?? []) if (folded.startsWith(member.word, at)) found.add(member);
  return [...found].map(({ mark }) => mark);
};
