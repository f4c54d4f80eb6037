/** One of the 47: JIS X 0401 code of 2 digits, kana in hiragana, people counted by the census of 2020. */
export type Prefecture = {
  readonly code: string;
  readonly name: string;
  readonly kana: string;
  readonly population: number;
};

/**
 * One of the 1,741 units that vaccinate: a city, town, village or special ward of 東京. Wards of a designated city are
 * part of it. `code` has 6 digits with its check digit; `county` is the 郡 of its address, or empty; `towns` counts its
 * different postal towns, at least 1, a rough measure of size.
 */
export type Municipality = {
  readonly code: string;
  readonly prefectureCode: string;
  readonly county: string;
  readonly name: string;
  readonly kana: string;
  readonly towns: number;
};

/** A place a postal code stands for. `town` begins with the ward in a designated city, and is empty for the rest of a municipality. */
export type PostalTown = {
  readonly code: string;
  readonly prefecture: Prefecture;
  readonly municipality: Municipality;
  readonly town: string;
};

/** The beginning of a postal address: 「東京都港区芝公園」. */
export const addressOf = ({ prefecture, municipality, town }: PostalTown): string =>
  `${prefecture.name}${municipality.county}${municipality.name}${town}`;
