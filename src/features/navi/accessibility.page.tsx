import { accessibilityText } from './accessibility-text.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import type { Language } from './languages.ts';
import { Prose } from './prose.page.tsx';
import { say } from './words.ts';

type Props = { readonly site: Site; readonly language: Language };

/** The accessibility statement. */
export const accessibilityPage = ({ site, language }: Props) => (
  <NaviPage
    site={site}
    language={language}
    path="/accessibility"
    title={say(language, 'accessibility')}
    crumbs={[{ label: say(language, 'home'), path: '/' }]}
  >
    <Prose passages={accessibilityText[language]} />
  </NaviPage>
);
