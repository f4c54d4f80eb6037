import { createRequire } from 'node:module';
import PDFDocument from 'pdfkit';

/** The part of a parsed font that is used here (fontkit's, which comes with pdfkit). */
export type Face = {
  readonly unitsPerEm: number;
  readonly capHeight: number;
  readonly hasGlyphForCodePoint: (code: number) => boolean;
  readonly glyphsForString: (text: string) => { id: number; advanceWidth: number; codePoints: number[] }[];
};

/** In the order in which they are asked for a character: the forms' own face, then the one that has more names. */
const files = [
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
] as const;

/** Digits in boxes: of the faces at hand the one that machines read without mistakes, a 7 above all (test/ocr). */
const digitsFile = '@expo-google-fonts/noto-sans-jp/500Medium/NotoSansJP_500Medium.ttf';

let parsed: readonly Face[] | undefined;
let digits: Face | undefined;

const parse = (file: string): Face => {
  const path = createRequire(import.meta.url).resolve(file);
  const doc = new PDFDocument({ autoFirstPage: false, font: '' });
  doc.font(path);
  return (doc as unknown as { _font: { font: Face } })._font.font;
};

/** The faces, parsed once and kept: parsing takes longer than drawing a page. */
export const faces = (): readonly Face[] => {
  parsed ??= files.map(parse);
  return parsed;
};

export const digitsFace = (): Face => {
  digits ??= parse(digitsFile);
  return digits;
};

/** Stands for a character that no face has, so that nobody overlooks that it must be written by hand. */
const geta = '〓';

const isVariation = (code: number): boolean =>
  (code >= 0xfe00 && code <= 0xfe0f) || (code >= 0xe0100 && code <= 0xe01ef);

export type Run = { readonly face: number; readonly text: string };

/** Cuts a text where the face changes; a variation selector stays with its character, which is shown without it if need be. */
export const runsOf = (text: string): Run[] => {
  const runs: { face: number; text: string }[] = [];
  for (const char of text.normalize('NFC')) {
    const code = char.codePointAt(0) ?? 0;
    const last = runs.at(-1);
    if (last && isVariation(code)) {
      last.text += char;
      continue;
    }
    const face = faces().findIndex((one) => one.hasGlyphForCodePoint(code));
    const shown = face < 0 ? geta : char;
    if (last?.face === Math.max(face, 0)) last.text += shown;
    else runs.push({ face: Math.max(face, 0), text: shown });
  }
  return runs;
};

/** The characters of a text that cannot be printed. */
export const missingIn = (text: string): string[] => [
  ...new Set(
    [...text.normalize('NFC')].filter((char) => {
      const code = char.codePointAt(0) ?? 0;
      return !isVariation(code) && !faces().some((face) => face.hasGlyphForCodePoint(code));
    }),
  ),
];
