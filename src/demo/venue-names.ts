import { toRomaji } from 'wanakana';
import { FAMILY_NAMES } from './people.ts';
import type { Random } from './random.ts';

export type VenueName = { readonly name: string; readonly kana: string; readonly english: string };
export type VenueKind = 'hospital' | 'clinic' | 'special_site';

type Part = readonly [written: string, kana: string, english?: string];

const PLACES: readonly Part[] = [
  ['さくら野', 'さくらの'],
  ['みどり丘', 'みどりおか'],
  ['若葉坂', 'わかばざか'],
  ['青空台', 'あおぞらだい'],
  ['朝日の森', 'あさひのもり'],
  ['白樺橋', 'しらかばばし'],
  ['千草原', 'ちぐさはら'],
  ['星見台', 'ほしみだい'],
  ['ひばり野', 'ひばりの'],
  ['月見坂', 'つきみざか'],
  ['泉の丘', 'いずみのおか'],
  ['風見原', 'かざみはら'],
  ['花水川', 'はなみずがわ'],
  ['虹の橋', 'にじのはし'],
  ['つばめ台', 'つばめだい'],
  ['しらゆり', 'しらゆり'],
  ['すみれ野', 'すみれの'],
  ['やまぶき', 'やまぶき'],
  ['こもれび', 'こもれび'],
  ['ひだまり', 'ひだまり'],
  ['あおば通り', 'あおばどおり'],
  ['けやき坂下', 'けやきざかした'],
  ['もみじ谷', 'もみじだに'],
  ['せせらぎ', 'せせらぎ'],
  ['たんぽぽ', 'たんぽぽ'],
  ['きぼうの里', 'きぼうのさと'],
];
const HOSPITALS: readonly Part[] = [
  ['病院', 'びょういん', 'Hospital'],
  ['総合病院', 'そうごうびょういん', 'General Hospital'],
  ['記念病院', 'きねんびょういん', 'Memorial Hospital'],
  ['リハビリテーション病院', 'りはびりてーしょんびょういん', 'Rehabilitation Hospital'],
];
const CLINICS: readonly Part[] = [
  ['医院', 'いいん', 'Clinic'],
  ['クリニック', 'くりにっく', 'Clinic'],
  ['内科クリニック', 'ないかくりにっく', 'Internal Medicine Clinic'],
  ['内科医院', 'ないかいいん', 'Internal Medicine Clinic'],
  ['小児科医院', 'しょうにかいいん', 'Pediatric Clinic'],
  ['診療所', 'しんりょうじょ', 'Medical Office'],
  ['整形外科', 'せいけいげか', 'Orthopedic Clinic'],
  ['耳鼻咽喉科', 'じびいんこうか', 'ENT Clinic'],
];
const HALLS: readonly Part[] = [
  ['民会館', 'みんかいかん', 'Civic Hall'],
  ['民体育館', 'みんたいいくかん', 'Gymnasium'],
  ['立保健センター', 'りつほけんせんたー', 'Health Center'],
  ['民文化センター', 'みんぶんかせんたー', 'Culture Center'],
  ['民交流プラザ', 'みんこうりゅうぷらざ', 'Community Plaza'],
];
const SUFFIX_KANA: Readonly<Record<string, string>> = { 市: 'し', 区: 'く', 町: 'ちょう', 村: 'そん' };

const english = (kana: string): string => toRomaji(kana).replace(/^./, (letter) => letter.toUpperCase());

/** A name for a venue of that kind; a vaccination site is called after a hall of its municipality. */
export const venueNameBy = (
  random: Random,
  kind: VenueKind,
  municipality: { readonly name: string; readonly kana: string },
): VenueName => {
  if (kind === 'special_site') {
    const [hall, hallKana, hallEnglish = ''] = random.pick(HALLS);
    const suffix = municipality.name.slice(-1);
    return {
      name: `${suffix}${hall} 接種会場`,
      kana: `${SUFFIX_KANA[suffix] ?? ''}${hallKana}せっしゅかいじょう`,
      english: `${english(municipality.kana)} ${hallEnglish} Vaccination Site`,
    };
  }
  const [base, baseKana] = random.pick(kind === 'clinic' && random.chance(0.6) ? FAMILY_NAMES : PLACES);
  const [type, typeKana, typeEnglish = ''] = random.pick(kind === 'clinic' ? CLINICS : HOSPITALS);
  return { name: `${base}${type}`, kana: `${baseKana}${typeKana}`, english: `${english(baseKana)} ${typeEnglish}` };
};

/** Draws until the name is new among the taken ones; after some tries it gets a number. */
export const freshName = (draw: () => VenueName, taken: Set<string>): VenueName => {
  for (let tries = 0; ; tries++) {
    const drawn = draw();
    const number = tries < 20 ? '' : String(tries - 18);
    const name = number ? { ...drawn, name: `${drawn.name} 第${number}`, kana: `${drawn.kana}だい${number}` } : drawn;
    if (taken.has(name.name)) continue;
    taken.add(name.name);
    return name;
  }
};
