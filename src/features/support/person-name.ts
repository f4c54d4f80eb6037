/** 「厚生 太郎（こうせい たろう）」 taken apart. */
export type PersonName = { readonly familyName: string; readonly givenName: string };

/** Names as 「氏名 漢字（ふりがな）」 has them: family and given name apart, kana in brackets; null when they are not. */
export const parsePersonName = (typed: string): PersonName | null => {
  const [, family, given, kana] =
    /^(\S+)\s+(\S.*?)\s*[（(]\s*(\S.*?)\s*[)）]$/u.exec(typed.normalize('NFKC').trim()) ?? [];
  if (!family || !given || !kana || !/^[\p{Script=Hiragana}ー\s]+$/u.test(kana)) return null;
  return { familyName: family, givenName: given };
};

/** The names before the brackets, as far as there are any: what a form can be filled in with. */
export const guessPersonName = (typed: string): PersonName => {
  const [familyName = '', ...rest] = typed.normalize('NFKC').replace(/\(.*$/u, '').trim().split(/\s+/);
  return { familyName, givenName: rest.join(' ') };
};
