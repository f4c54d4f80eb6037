import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Document } from './document.tsx';
import type { Crumb } from './frame.ts';
import { Breadcrumbs } from './layout.tsx';
import { Banners } from './text.tsx';

export type PublicLayoutProps = {
  /** The site's name in the header and, unless `suffix` is given, at the end of the title. */
  readonly product: string;
  readonly suffix?: string;
  readonly homeHref: string;
  readonly title: string;
  readonly css: string;
  readonly scripts?: readonly string[];
  readonly lang?: string;
  readonly description?: string;
  readonly canonical?: string;
  readonly noindex?: boolean;
  /** Links at the right of the header. */
  readonly nav?: readonly { readonly href: string; readonly label: string; readonly lang?: string }[];
  readonly banners?: readonly { readonly kind: 'info' | 'warning' | 'error'; readonly text: string }[];
  readonly breadcrumbs?: readonly Crumb[];
  readonly demo?: ComponentChildren;
  readonly footer?: ComponentChildren;
  /** One narrow card in the middle, for signing in. */
  readonly narrow?: boolean;
  readonly children: ComponentChildren;
};

/** Pages without a session: signing in, and the public site. */
export const PublicLayout = ({
  product,
  suffix = product,
  homeHref,
  title,
  css,
  scripts = [],
  lang,
  description,
  canonical,
  noindex,
  nav = [],
  banners,
  breadcrumbs,
  demo,
  footer,
  narrow,
  children,
}: PublicLayoutProps) => (
  <Document
    title={`${title} | ${suffix}`}
    css={css}
    scripts={scripts}
    lang={lang}
    description={description}
    canonical={canonical}
    noindex={noindex}
    bodyClass={classNames('public', narrow && 'public-narrow')}
  >
    {demo && (
      <aside class="demo-bar" aria-label="デモ環境">
        {demo}
      </aside>
    )}
    <header class="header">
      <a class="product" href={homeHref}>
        {product}
      </a>
      {nav.length > 0 && (
        <nav class="header-nav" aria-label="サイト内">
          <ul>
            {nav.map((item) => (
              <li key={item.href}>
                <a href={item.href} lang={item.lang}>
                  {item.label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </header>
    <Banners banners={banners} />
    <main id="main" tabIndex={-1} class={classNames('main', narrow && 'main-narrow')}>
      {breadcrumbs && <Breadcrumbs crumbs={breadcrumbs} />}
      <div class="page-head">
        <h1>{title}</h1>
      </div>
      {children}
    </main>
    {footer && <footer class="footer">{footer}</footer>}
  </Document>
);
