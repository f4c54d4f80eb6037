import type { ComponentChildren } from 'preact';
import { ButtonRow, LinkButton } from './button.tsx';
import { Icon } from './icon.tsx';
import { DescriptionList } from './parts.tsx';

export type DoneProps = {
  /** What happened, in one sentence. */
  readonly message: string;
  /** When, receipt number, numbers sent. */
  readonly items?: readonly { readonly label: string; readonly value: ComponentChildren }[];
  /** What comes next. */
  readonly children?: ComponentChildren;
  /** Where to go from here; the first one is the primary. */
  readonly links: readonly { readonly href: string; readonly label: string }[];
};

/** The end of a task, under the page's h1. */
export const Done = ({ message, items, children, links }: DoneProps) => (
  <div class="done">
    <p class="done-message" role="status">
      <Icon name="success" size={32} />
      {message}
    </p>
    {items && items.length > 0 && <DescriptionList items={items} />}
    {children && <div class="done-next">{children}</div>}
    <ButtonRow>
      {links.map((link, i) => (
        <LinkButton href={link.href} variant={i === 0 ? 'primary' : 'secondary'} key={link.href}>
          {link.label}
        </LinkButton>
      ))}
    </ButtonRow>
  </div>
);
