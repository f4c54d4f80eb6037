/** Katakana of any width → hiragana; long vowel marks stay, as in the official lists. */
export const toHiragana = (kana: string): string =>
  kana.normalize('NFKC').replace(/[ァ-ヶ]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0x60));
