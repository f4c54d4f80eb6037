import {
  type Municipality,
  municipalities,
  municipalitiesOf,
  municipalityByCode,
  prefectureByCode,
} from '../areas/index.ts';
import type { Residence } from './claim.ts';

const named = ({ code, prefectureCode, name }: Municipality): Residence => ({
  code,
  name: `${prefectureByCode(prefectureCode)?.name ?? ''}${name}`,
});

/** The municipality of today with this code; null when there is none (any more). */
export const residenceOf = (code: string): Residence | null => {
  const found = municipalityByCode(code);
  return found ? named(found) : null;
};

/** The municipality that a file names by code (5 or 6 digits) or by 都道府県 and 市町村. */
export const residenceNamed = (code: string, prefecture: string, name: string): Residence | null => {
  if (code !== '') {
    const found = municipalities().find((one) => one.code === code || one.code.slice(0, 5) === code);
    return found ? named(found) : null;
  }
  const found = municipalities().filter(
    (one) => one.name === name && (prefecture === '' || prefectureByCode(one.prefectureCode)?.name === prefecture),
  );
  return found.length === 1 && found[0] ? named(found[0]) : null;
};

/** Choices of a prefecture, by code. */
export const residenceChoices = (prefectureCode: string): { readonly value: string; readonly label: string }[] =>
  municipalitiesOf(prefectureCode).map(({ code, name }) => ({ value: code, label: name }));

export type FoundResidence = { readonly id: string; readonly name: string; readonly detail: string };
const mostFound = 50;

const fold = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (letter) => String.fromCodePoint((letter.codePointAt(0) ?? 0) - 0x60))
    .replace(/\s/g, '');

/** Municipalities by name or kana, and with `all` by code too (M1.9-1). */
export const searchResidences = (typed: string, all: boolean): { results: FoundResidence[]; more: boolean } => {
  const words = fold(typed);
  if (words === '') return { results: [], more: false };
  const found = municipalities().filter((one) => {
    const prefecture = prefectureByCode(one.prefectureCode);
    const texts = [
      `${prefecture?.name}${one.county}${one.name}`,
      `${prefecture?.kana}${one.kana}`,
      ...(all ? [one.code] : []),
    ];
    return texts.some((text) => text.includes(words));
  });
  return {
    results: found.slice(0, mostFound).map((one) => ({
      id: one.code,
      name: named(one).name,
      detail: `${one.kana}　${one.code}`,
    })),
    more: found.length > mostFound,
  };
};
