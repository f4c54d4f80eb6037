// No chapter of its own: 都道府県, 市町村 and postal codes, which every chapter of the manual uses.

export { municipalities, municipalitiesOf, municipalityByCode, prefectureByCode, prefectures } from './areas.store.ts';
export { addressOf, type Municipality, type PostalTown, type Prefecture } from './areas.ts';
export { isMunicipalityCode, withCheckDigit } from './municipality-code.ts';
export { populationOf } from './populations.store.ts';
export { formatPostalCode, parsePostalCode } from './postal-code.ts';
export { lookUpPostalCode } from './postal-codes.store.ts';
export { type Region, regions } from './regions.ts';
export { mapSize, tileOf } from './tile-map.ts';
