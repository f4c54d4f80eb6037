import { toRomaji } from 'wanakana';
import { type Municipality, municipalityByCode, type Prefecture, prefectureByCode } from '../areas/index.ts';
import type { Language } from './languages.ts';

/** Hepburn without marks for long vowels, as on road signs: とうきょう → Tokyo. */
const romaji = (kana: string): string =>
  toRomaji(kana)
    .replaceAll(/ou|oo/g, 'o')
    .replaceAll('uu', 'u')
    .replace(/^./, (letter) => letter.toUpperCase());

const prefectureEnding = /(?:けん|(?<=おおさか|きょうと)ふ|(?<=とうきょう)と)$/;
const municipalityEnding = /(し|く|まち|ちょう|むら|そん)$/;
const endings: Readonly<Record<string, string>> = {
  し: 'shi',
  く: 'ku',
  まち: 'machi',
  ちょう: 'cho',
  むら: 'mura',
  そん: 'son',
};

/** 「東京都」, 「東京都（とうきょうと）」, 「Tokyo」. */
export const prefectureName = (language: Language, code: string): string => {
  const prefecture = prefectureByCode(code);
  return prefecture ? nameOf(language, prefecture, (kana) => romaji(kana.replace(prefectureEnding, ''))) : '';
};

/** 「港区」, 「港区（みなとく）」, 「Minato-ku」. */
export const municipalityName = (language: Language, code: string): string => {
  const municipality = municipalityByCode(code);
  return municipality ? nameOf(language, municipality, romajiOfMunicipality) : '';
};

const romajiOfMunicipality = (kana: string): string => {
  const ending = municipalityEnding.exec(kana)?.[1] ?? '';
  const stem = kana.slice(0, kana.length - ending.length);
  return ending === '' || stem === '' ? romaji(kana) : `${romaji(stem)}-${endings[ending]}`;
};

const nameOf = (
  language: Language,
  { name, kana }: Pick<Prefecture | Municipality, 'name' | 'kana'>,
  english: (kana: string) => string,
): string => (language === 'en' ? english(kana) : language === 'easy' ? `${name}（${kana}）` : name);

/** 「東京都港区」 or 「Minato-ku, Tokyo」. */
export const areaName = (language: Language, municipalityCode: string): string => {
  const municipality = municipalityName(language, municipalityCode);
  const prefecture = prefectureName(language, municipalityCode.slice(0, 2));
  return language === 'en' ? `${municipality}, ${prefecture}` : `${prefecture}${municipality}`;
};

/** 「Kagoshima」 → 「Kago-\nshima」: a long name breaks between two syllables, near its middle. */
export const inTwoLines = (name: string): string => {
  if (name.length <= 6) return name;
  const breaks = [...name.matchAll(/[aeiou](?=[^aeiou])/g)].map(({ index }) => index + 1);
  const far = (at: number): number => Math.abs(at - name.length / 2);
  const best = breaks.filter((at) => name[at] !== 'n' || /[aeiou]/.test(name[at + 1] ?? ''));
  const at = best.sort((a, b) => far(a) - far(b) || b - a)[0];
  return at === undefined ? name : `${name.slice(0, at)}-\n${name.slice(at)}`;
};
