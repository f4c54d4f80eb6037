import { millimetres } from './sheet.ts';

/** Half-width in the face of the forms: ASCII, half-width kana, and nothing else that is common in names. */
const isHalf = (code: number): boolean => (code >= 0x20 && code <= 0x7e) || (code >= 0xff61 && code <= 0xff9f);
const isWeightless = (code: number): boolean =>
  (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef) || (code >= 0x300 && code <= 0x36f);

const emsOf = (char: string): number => {
  const code = char.codePointAt(0) ?? 0;
  return isWeightless(code) ? 0 : isHalf(code) ? 0.5 : 1;
};

/** Width in mm, at most: each character takes a whole or a half square. */
const widthOf = (text: string, size: number): number =>
  [...text].reduce((sum, char) => sum + emsOf(char), 0) * millimetres(size);

type Fitted = { readonly lines: readonly string[]; readonly size: number };

/**
 * Makes a text fit a width: shrinks it down to `smallest`, then takes a second line, then shrinks on. Nothing is cut.
 */
export const fitText = (text: string, width: number, size: number, smallest: number): Fitted => {
  const one = widthOf(text, 1) * size;
  if (one <= width) return { lines: [text], size };
  if ((size * width) / one >= smallest) return { lines: [text], size: (size * width) / one };
  const lines = halves(text);
  const longest = Math.max(...lines.map((line) => widthOf(line, 1)));
  return { lines, size: Math.min(size, width / longest) };
};

/** Two lines of about the same width; a variation selector stays with its character. */
const halves = (text: string): readonly string[] => {
  const middle = widthOf(text, 1) / 2;
  let first = '';
  for (const char of text) {
    if (widthOf(first, 1) >= middle && emsOf(char) > 0) break;
    first += char;
  }
  return [first, text.slice(first.length)];
};
