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
