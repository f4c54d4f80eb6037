import type { Random } from './random.ts';

/** The dialling code of each prefecture's capital, by prefecture code from 01 on. */
const DIALLING =
  '011 017 019 022 018 023 024 029 028 027 048 043 03 045 025 076 076 0776 055 026 058 054 052 059 077 075 06 078 0742 073 0857 0852 086 082 083 088 087 089 088 092 0952 095 096 097 0985 099 098'.split(
    ' ',
  );

const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => random.between(0, 9)).join('');

/** A phone number that cannot ring anywhere: within a dialling code no exchange begins with 0. */
export const phoneBy = (random: Random, prefectureCode: string): string => {
  const dialling = DIALLING[Number(prefectureCode) - 1] ?? '03';
  return `${dialling}-0${digits(random, 5 - dialling.length)}-${digits(random, 4)}`;
};

/** An address in the domain kept for examples. */
export const mailOf = (name: string): string => `${name}@example.jp`;
