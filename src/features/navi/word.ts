import type { Language } from './languages.ts';

/**
 * A text of the public site in all three languages. やさしい日本語: short sentences, easy words, readings in （） after
 * kanji.
 */
export type Word = Readonly<Record<Language, string>>;
export const word = (ja: string, easy: string, en: string): Word => ({ ja, easy, en });
