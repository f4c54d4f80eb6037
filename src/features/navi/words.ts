import { findWords } from './find-words.ts';
import { frameWords } from './frame-words.ts';
import type { Language } from './languages.ts';
import { reportWords } from './report-words.ts';
import { venueWords } from './venue-words.ts';

/** Every text of the public site that has a key, complete in all three languages. */
const words = { ...frameWords, ...findWords, ...venueWords, ...reportWords } as const;

export type WordKey = keyof typeof words;
export const wordKeys = Object.keys(words) as WordKey[];

/** The text of a key in a language; `{name}` stands for what is given under that name. */
export const say = (language: Language, key: WordKey, values: Readonly<Record<string, string | number>> = {}): string =>
  words[key][language].replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ''));
