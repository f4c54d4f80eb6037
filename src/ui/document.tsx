import type { ComponentChildren } from 'preact';

export type DocumentProps = {
  /** The whole text of the title element. */
  readonly title: string;
  readonly css: string;
  readonly scripts: readonly string[];
  readonly lang?: string;
  readonly bodyClass?: string;
  readonly description?: string;
  readonly canonical?: string;
  /** Keeps the page out of search engines. */
  readonly noindex?: boolean;
  readonly children: ComponentChildren;
};

/** A syringe drop on key blue; inside the page, so that no browser asks for a file that is not there. */
const icon =
  "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 32 32'%3E%3Crect width='32' height='32' rx='6' fill='%230017c1'/%3E%3Cpath d='M7 9l9 15 9-15' fill='none' stroke='white' stroke-width='4' stroke-linecap='round' stroke-linejoin='round'/%3E%3C/svg%3E";

/** The bare document: head, skip link, body. */
export const Document = ({
  title,
  css,
  scripts,
  lang = 'ja',
  bodyClass,
  description,
  canonical,
  noindex,
  children,
}: DocumentProps) => (
  <html lang={lang}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="format-detection" content="telephone=no" />
      {noindex && <meta name="robots" content="noindex" />}
      {description && <meta name="description" content={description} />}
      <title>{title}</title>
      {canonical && <link rel="canonical" href={canonical} />}
      <link rel="icon" href={icon} />
      <link rel="stylesheet" href={css} />
      {scripts.map((src) => (
        <script type="module" src={src} key={src} />
      ))}
    </head>
    <body class={bodyClass}>
      <a class="skip-link" href="#main">
        本文へ移動
      </a>
      {children}
    </body>
  </html>
);
