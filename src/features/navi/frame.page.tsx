import type { ComponentChildren } from 'preact';
import type { Banner } from '../../platform/http/index.ts';
import { Banners } from '../../ui/index.ts';
import { at, type Language, langOf, languages } from './languages.ts';
import { structuredText } from './structured-data.ts';
import { say } from './words.ts';

/** What every page of the site is drawn with. */
export type Site = {
  readonly publicUrl: string;
  /** Address of the style sheet. */
  readonly css: string;
  readonly demo: boolean;
  /** S36: lines above every page, as the service desk wrote them. */
  readonly banners: readonly Banner[];
};

export type PageFrame = {
  readonly site: Site;
  readonly language: Language;
  /** Address below the language, without filters: `/131032`. The other languages have the same. */
  readonly path: string;
  /** Filters of the address, kept by the language switch. */
  readonly query?: string;
  readonly title: string;
  /** The h1 where it is more than the title. */
  readonly heading?: ComponentChildren;
  /** Right under the h1. */
  readonly under?: ComponentChildren;
  readonly description?: string;
  readonly crumbs?: readonly { readonly label: string; readonly path: string }[];
  /** Not for search engines: results, forms, error pages. */
  readonly noindex?: boolean;
  /** schema.org */
  readonly data?: object;
  /** Above everything: the data are not of now. */
  readonly warning?: string;
  readonly children: ComponentChildren;
};

/** A whole page of the public site. No script, no cookie. */
export const NaviPage = (frame: PageFrame) => {
  const { site, language, path, title, crumbs, warning, children } = frame;
  const name = say(language, 'site');
  return (
    <html lang={langOf(language)}>
      <Head {...frame} />
      <body class={language === 'easy' ? 'public navi navi-easy' : 'public navi'}>
        <a class="skip-link" href="#main">
          {say(language, 'skip')}
        </a>
        {site.demo && (
          <aside class="demo-bar" aria-label={say(language, 'demoLabel')}>
            {say(language, 'demo')}
          </aside>
        )}
        <header class="header">
          <a class="product" href={at(language, '/')}>
            {name}
          </a>
          <LanguageSwitch language={language} path={path} query={frame.query ?? ''} />
        </header>
        <div lang="ja">
          <Banners banners={site.banners} />
        </div>
        <main id="main" tabIndex={-1} class="main">
          {warning && (
            <p class="navi-warning" role="status">
              {warning}
            </p>
          )}
          {crumbs && <Crumbs language={language} crumbs={crumbs} />}
          <div class="page-head">
            <h1>{frame.heading ?? title}</h1>
            {frame.under}
          </div>
          {children}
        </main>
        <Footer language={language} />
      </body>
    </html>
  );
};

const Head = ({ site, language, path, title, description, noindex, data }: PageFrame) => {
  const name = say(language, 'site');
  const absolute = (code: Language) => `${site.publicUrl}${at(code, path)}`;
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      <title>{title === name ? name : `${title} | ${name}`}</title>
      <meta name="description" content={description ?? say(language, 'siteIs')} />
      {noindex ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={absolute(language)} />
          <link rel="alternate" hreflang="ja" href={absolute('ja')} />
          <link rel="alternate" hreflang="en" href={absolute('en')} />
          <link rel="alternate" hreflang="x-default" href={absolute('ja')} />
        </>
      )}
      <link rel="stylesheet" href={site.css} />
      {data && <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredText(data) }} />}
    </head>
  );
};

type SwitchProps = { readonly language: Language; readonly path: string; readonly query: string };

/** The same page in another language. */
const LanguageSwitch = ({ language, path, query }: SwitchProps) => (
  <nav class="languages" aria-label={say(language, 'languages')}>
    <ul>
      {languages.map(({ code, lang, name }) => (
        <li key={code}>
          <a
            href={`${at(code, path)}${query}`}
            lang={lang}
            hreflang={lang}
            aria-current={code === language ? 'true' : undefined}
          >
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type CrumbsProps = Pick<PageFrame, 'language'> & { readonly crumbs: NonNullable<PageFrame['crumbs']> };

const Crumbs = ({ language, crumbs }: CrumbsProps) => (
  <nav class="breadcrumbs" aria-label={say(language, 'crumbs')}>
    <ol>
      {crumbs.map(({ label, path }) => (
        <li key={path}>
          <a href={at(language, path)}>{label}</a>
          <span aria-hidden="true">＞</span>
        </li>
      ))}
    </ol>
  </nav>
);

const Footer = ({ language }: { readonly language: Language }) => (
  <footer class="footer">
    <nav aria-label={say(language, 'about')}>
      <ul>
        <li>
          <a href={at(language, '/faq')}>{say(language, 'faq')}</a>
        </li>
        <li>
          <a href={at(language, '/accessibility')}>{say(language, 'accessibility')}</a>
        </li>
        <li>
          <a href={at(language, '/open-data')}>{say(language, 'openData')}</a>
        </li>
        <li>
          <a href="/login">{say(language, 'forVenues')}</a>
        </li>
      </ul>
    </nav>
  </footer>
);
