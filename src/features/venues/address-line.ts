import { municipalityByCode, prefectureByCode } from '../areas/index.ts';

type Place = {
  readonly prefectureCode: string;
  readonly municipalityCode: string;
  readonly town: string;
  readonly street: string;
};

/** 「東京都港区芝公園1-2-3」. */
export const addressLine = ({ prefectureCode, municipalityCode, town, street }: Place): string =>
  `${prefectureByCode(prefectureCode)?.name ?? ''}${municipalityByCode(municipalityCode)?.name ?? ''}${town}${street}`;
