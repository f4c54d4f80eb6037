import type { ComponentChildren } from 'preact';

/** What stands around every page of a signed-in person; made once per request. */
export type Frame = {
  readonly product: string;
  readonly homeHref: string;
  readonly organisation?: string;
  readonly userName?: string;
  /** The menu behind the person's name; what changes something is posted. */
  readonly menu: readonly MenuItem[];
  readonly tabs: readonly Tab[];
  readonly banners?: readonly { readonly kind: 'info' | 'warning' | 'error'; readonly text: string }[];
  /** Address of the style sheet and of the scripts, from the build's manifest. */
  readonly css: string;
  readonly scripts: readonly string[];
  /** Stands above the header, e.g. a switch of roles for trying things out. */
  readonly demo?: ComponentChildren;
};
export type MenuItem =
  | { readonly href: string; readonly label: string }
  | { readonly post: string; readonly label: string };
export type Tab = { readonly href: string; readonly label: string; readonly current?: boolean };
export type Crumb = { readonly label: string; readonly href?: string };
