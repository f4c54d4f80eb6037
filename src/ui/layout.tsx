import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Document } from './document.tsx';
import type { Crumb, Frame, MenuItem, Tab } from './frame.ts';
import { Icon } from './icon.tsx';
import { Banners } from './text.tsx';

export type LayoutProps = {
  readonly frame: Frame;
  /** The page's name: h1, and the beginning of the title. */
  readonly title: string;
  readonly breadcrumbs?: readonly Crumb[];
  /** Buttons at the right of the h1. */
  readonly actions?: ComponentChildren;
  /** Address of this page's help. */
  readonly help?: string;
  /** Full width, for grids and wide tables; otherwise as wide as reads well. */
  readonly wide?: boolean;
  /** Scripts that only this page needs. */
  readonly scripts?: readonly string[];
  readonly children: ComponentChildren;
};

/** Every page of a signed-in person. */
export const Layout = ({ frame, title, breadcrumbs, actions, help, wide, scripts = [], children }: LayoutProps) => (
  <Document title={`${title} | V-SYS`} css={frame.css} scripts={[...frame.scripts, ...scripts]} noindex>
    {frame.demo && (
      <aside class="demo-bar" aria-label="デモ環境">
        {frame.demo}
      </aside>
    )}
    <header class="header">
      <a class="product" href={frame.homeHref}>
        {frame.product}
      </a>
      <div class="header-end">
        {frame.organisation && <span class="organisation">{frame.organisation}</span>}
        {frame.userName && <NameMenu name={frame.userName} menu={frame.menu} />}
      </div>
    </header>
    {frame.tabs.length > 0 && <Tabs tabs={frame.tabs} />}
    <Banners banners={frame.banners} />
    <main id="main" tabIndex={-1} class={classNames('main', wide && 'main-wide')}>
      <PageHead title={title} breadcrumbs={breadcrumbs} actions={actions} help={help} />
      {children}
    </main>
  </Document>
);

const NameMenu = ({ name, menu }: { readonly name: string; readonly menu: readonly MenuItem[] }) => (
  <details class="name-menu" data-menu>
    <summary>
      <Icon name="user" />
      <span class="name-menu-name">{name} 様</span>
      <Icon name="chevron-down" size={16} />
    </summary>
    <ul class="menu">
      {menu.map((item) => (
        <li key={item.label}>
          {'post' in item ? (
            <form method="post" action={item.post}>
              <button type="submit" class="menu-item">
                {item.label}
              </button>
            </form>
          ) : (
            <a class="menu-item" href={item.href}>
              {item.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  </details>
);

/** Without script the tabs wrap; the island moves those that do not fit behind ▼. */
const Tabs = ({ tabs }: { readonly tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label="タブ" data-tabs>
    <ul class="tabs-list">
      {tabs.map((tab) => (
        <li key={tab.href}>
          <a href={tab.href} class="tab" aria-current={tab.current ? 'page' : undefined}>
            {tab.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

type PageHeadProps = Pick<LayoutProps, 'title' | 'breadcrumbs' | 'actions' | 'help'>;

const PageHead = ({ title, breadcrumbs, actions, help }: PageHeadProps) => (
  <div class="page-head">
    {(breadcrumbs?.length || help) && (
      <div class="page-head-top">
        {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs crumbs={breadcrumbs} />}
        {help && (
          <a class="page-help" href={help}>
            <Icon name="help" />
            このページのヘルプ
          </a>
        )}
      </div>
    )}
    <div class="page-head-title">
      <h1>{title}</h1>
      {actions && <div class="page-actions">{actions}</div>}
    </div>
  </div>
);

export type BreadcrumbsProps = { readonly crumbs: readonly Crumb[] };

/** The way to this page; the last one is the page itself. */
export const Breadcrumbs = ({ crumbs }: BreadcrumbsProps) => (
  <nav class="breadcrumbs" aria-label="パンくずリスト">
    <ol>
      {crumbs.map((crumb, i) => (
        <li key={crumb.label}>
          {i > 0 && <Icon name="chevron-right" size={16} />}
          {crumb.href ? (
            <a href={crumb.href}>{crumb.label}</a>
          ) : (
            <span aria-current={i === crumbs.length - 1 ? 'page' : undefined}>{crumb.label}</span>
          )}
        </li>
      ))}
    </ol>
  </nav>
);
