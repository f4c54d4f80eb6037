import { municipalityByCode, prefectureByCode } from '../areas/index.ts';
import { at, type Language, langOf } from './languages.ts';
import { type PublicVenue, webAddress } from './public-venue.ts';

/** Data as the text of a script element: nothing in it can end the element. */
export const structuredText = (data: object): string => JSON.stringify(data).replaceAll('<', '\\u003c');

/** A venue as schema.org knows it. */
export const venueData = (venue: PublicVenue, language: Language, publicUrl: string): object => {
  const homepage = webAddress(venue.homepage);
  return {
    '@context': 'https://schema.org',
    '@type': 'MedicalClinic',
    '@id': `${publicUrl}${at('ja', `/venues/${venue.code}`)}`,
    url: `${publicUrl}${at(language, `/venues/${venue.code}`)}`,
    inLanguage: langOf(language),
    name: language === 'en' && venue.englishName ? venue.englishName : venue.name,
    ...(venue.kana && { alternateName: venue.kana }),
    ...(venue.phone && { telephone: venue.phone }),
    ...(homepage && { sameAs: homepage }),
    address: {
      '@type': 'PostalAddress',
      addressCountry: 'JP',
      addressRegion: prefectureByCode(venue.prefectureCode)?.name,
      addressLocality: municipalityByCode(venue.municipalityCode)?.name,
      streetAddress: `${venue.town}${venue.street}`,
      ...(venue.postalCode && { postalCode: `${venue.postalCode.slice(0, 3)}-${venue.postalCode.slice(3)}` }),
    },
    availableService: { '@type': 'MedicalProcedure', name: 'COVID-19 vaccination' },
  };
};

/** The venues of one page of a list. */
export const listData = (
  venues: readonly PublicVenue[],
  first: number,
  language: Language,
  publicUrl: string,
): object => ({
  '@context': 'https://schema.org',
  '@type': 'ItemList',
  itemListElement: venues.map((venue, i) => ({
    '@type': 'ListItem',
    position: first + i,
    name: venue.name,
    url: `${publicUrl}${at(language, `/venues/${venue.code}`)}`,
  })),
});
