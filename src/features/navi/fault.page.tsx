import { NaviPage, type Site } from './frame.page.tsx';
import { PrefectureChoice } from './home.page.tsx';
import type { Language } from './languages.ts';
import type { PublicVaccine } from './public-venue.ts';
import { SearchForm } from './search-form.page.tsx';
import { noFilter } from './venue-list.ts';
import { say } from './words.ts';

const texts = {
  notFound: ['notFoundTitle', 'notFoundText'],
  busy: ['busyTitle', 'busyText'],
  searchDown: ['searchDownTitle', 'searchDownText'],
} as const;

type FaultProps = {
  readonly site: Site;
  readonly language: Language;
  readonly kind: keyof typeof texts;
  readonly vaccines: readonly PublicVaccine[];
};

/** A page that cannot be shown: says why, and leads on to the lists. */
export const faultPage = ({ site, language, kind, vaccines }: FaultProps) => {
  const [title, text] = texts[kind];
  return (
    <NaviPage site={site} language={language} path="/" title={say(language, title)} noindex>
      <p>{say(language, text)}</p>
      {kind === 'notFound' && <SearchForm language={language} path="/search" filter={noFilter} vaccines={vaccines} />}
      <PrefectureChoice language={language} />
    </NaviPage>
  );
};
