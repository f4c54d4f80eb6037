import type { Faq } from './faq.ts';
import { NaviPage, type Site } from './frame.page.tsx';
import { japaneseIn, type Language } from './languages.ts';
import { say } from './words.ts';

type Props = { readonly site: Site; readonly language: Language; readonly faqs: readonly Faq[] };

/** Tells search engines which questions the page answers. */
const structured = (faqs: readonly Faq[]) => ({
  '@context': 'https://schema.org',
  '@type': 'FAQPage',
  mainEntity: faqs.map(({ title, html }) => ({
    '@type': 'Question',
    name: title,
    acceptedAnswer: { '@type': 'Answer', text: html },
  })),
});

/** 「よくある質問」: what the service desk published for residents, in Japanese in every language of the site. */
export const faqPage = ({ site, language, faqs }: Props) => (
  <NaviPage
    site={site}
    language={language}
    path="/faq"
    title={say(language, 'faq')}
    description={say(language, 'faqLead')}
    crumbs={[{ label: say(language, 'home'), path: '/' }]}
    {...(faqs.length > 0 && { data: structured(faqs) })}
  >
    <p class="lead">{say(language, 'faqLead')}</p>
    {faqs.length === 0 ? (
      <p>{say(language, 'faqNone')}</p>
    ) : (
      <>
        <nav class="faq-list" aria-label={say(language, 'faqList')}>
          <ul lang={japaneseIn(language)}>
            {faqs.map(({ slug, title }) => (
              <li key={slug}>
                <a href={`#${slug}`}>{title}</a>
              </li>
            ))}
          </ul>
        </nav>
        {faqs.map(({ slug, title, html }) => (
          <section class="prose" key={slug} aria-labelledby={slug} lang={japaneseIn(language)}>
            <h2 id={slug}>{title}</h2>
            <div dangerouslySetInnerHTML={{ __html: html }} />
          </section>
        ))}
      </>
    )}
  </NaviPage>
);
