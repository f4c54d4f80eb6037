/** A part of the country as lists and maps group it, with the codes of its prefectures from north to south. */
export type Region = { readonly name: string; readonly prefectureCodes: readonly string[] };

const fromTo = (first: number, last: number): readonly string[] =>
  Array.from({ length: last - first + 1 }, (_, i) => String(first + i).padStart(2, '0'));

const REGIONS: readonly Region[] = [
  { name: '北海道', prefectureCodes: fromTo(1, 1) },
  { name: '東北', prefectureCodes: fromTo(2, 7) },
  { name: '関東', prefectureCodes: fromTo(8, 14) },
  { name: '中部', prefectureCodes: fromTo(15, 23) },
  { name: '近畿', prefectureCodes: fromTo(24, 30) },
  { name: '中国', prefectureCodes: fromTo(31, 35) },
  { name: '四国', prefectureCodes: fromTo(36, 39) },
  { name: '九州・沖縄', prefectureCodes: fromTo(40, 47) },
];

/** The eight regions, from north to south; every prefecture is in one. */
export const regions = (): readonly Region[] => REGIONS;
