/** What should not be sent to the chatbot, and where it stands in the text as typed. */
export type PersonalData = { readonly what: '電話番号' | 'メールアドレス' | '10桁の番号'; readonly text: string };

const patterns: readonly (readonly [PersonalData['what'], RegExp])[] = [
  ['メールアドレス', /[^\s@＠、。「」（）]+[@＠][^\s@＠、。「」（）]+[.．][a-zａ-ｚ]{2,}/giu],
  ['電話番号', /[+＋]?[0-9０-９]{1,5}(?:[-－‐―ー−()（）\s][0-9０-９]{1,4}){1,2}[-－‐―ー−()（）\s]?[0-9０-９]{3,4}/gu],
  ['電話番号', /(?<![0-9０-９])[0０][0-9０-９]{9,10}(?![0-9０-９])/gu],
  ['10桁の番号', /(?<![0-9０-９])[0-9０-９]{10}(?![0-9０-９])/gu],
];
const digits = (text: string): number => text.normalize('NFKC').replace(/\D/g, '').length;
const isMeant = ({ what, text }: PersonalData): boolean => what !== '電話番号' || digits(text) >= 9;

/** Phone numbers, mail addresses and 10-digit codes in a text, each once. */
export const findPersonalData = (text: string): PersonalData[] => {
  const found = new Map<string, PersonalData>();
  for (const [what, pattern] of patterns)
    for (const [piece] of text.matchAll(pattern)) {
      const data = { what, text: piece };
      const known = [...found.keys()].some((other) => other.includes(piece));
      if (isMeant(data) && !known) found.set(piece, data);
    }
  return [...found.values()];
};

/** The text with those struck out, as it is kept. */
export const strikeOut = (text: string): string =>
  findPersonalData(text).reduce((rest, { what, text: piece }) => rest.replaceAll(piece, `［${what}］`), text);
