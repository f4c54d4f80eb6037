/** The languages of the public site: where its pages stand, and what `lang` says of its text. */
export const languages = [
  { code: 'ja', prefix: '/navi', lang: 'ja', name: '日本語' },
  { code: 'easy', prefix: '/navi/easy', lang: 'ja', name: 'やさしい日本語' },
  { code: 'en', prefix: '/navi/en', lang: 'en', name: 'English' },
] as const;

export type Language = (typeof languages)[number]['code'];
export const languageCodes = languages.map(({ code }) => code);

const byCode = new Map(languages.map((language) => [language.code, language]));

/** Address of a page of the site in a language: `at('en', '/131032')` → `/navi/en/131032`. */
export const at = (language: Language, path: string): string =>
  `${byCode.get(language)?.prefix ?? '/navi'}${path === '/' ? '' : path}`;

/** What `lang` says of interface text. */
export const langOf = (language: Language): 'ja' | 'en' => (language === 'en' ? 'en' : 'ja');

/** `lang` of a Japanese text inside a page: needed only where the page is not Japanese. */
export const japaneseIn = (language: Language): 'ja' | undefined => (language === 'en' ? 'ja' : undefined);

/** `/en/131032` → English and `/131032`, of an address below `/navi`. */
export const splitPath = (below: string): { readonly language: Language; readonly path: string } => {
  const [, first = '', rest = ''] = /^\/(easy|en)(\/.*)?$/.exec(below) ?? [];
  if (first === '') return { language: 'ja', path: below === '' ? '/' : below };
  return { language: first as Language, path: rest === '' ? '/' : rest };
};
