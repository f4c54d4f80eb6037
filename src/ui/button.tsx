import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

export type ButtonVariant = 'primary' | 'secondary' | 'danger' | 'text';

export type ButtonProps = {
  readonly children: ComponentChildren;
  readonly variant?: ButtonVariant;
  readonly type?: 'submit' | 'button';
  readonly name?: string;
  readonly value?: string;
  /** Id of the form it belongs to, when it stands outside of it. */
  readonly form?: string;
  /** Another address than the form's. */
  readonly formAction?: string;
  readonly icon?: IconName;
  readonly size?: 'small' | 'large';
  readonly disabled?: boolean;
  readonly describedBy?: string;
  /** Accessible name where the visible word alone does not tell (repeated rows); must contain the visible word. */
  readonly label?: string;
  /** Data attributes for an island. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
};

/** A button that sends a form (default) or is wired by an island (`type="button"`). One primary per page. */
export const Button = ({
  children,
  variant = 'secondary',
  type = 'submit',
  icon,
  size,
  label,
  describedBy,
  data,
  ...rest
}: ButtonProps) => (
  <button
    type={type}
    class={classNames('button', `button-${variant}`, size && `button-${size}`)}
    aria-label={label}
    aria-describedby={describedBy}
    {...data}
    {...rest}
  >
    {icon && <Icon name={icon} />}
    <span>{children}</span>
  </button>
);

export type LinkButtonProps = {
  readonly href: string;
  readonly children: ComponentChildren;
  readonly variant?: ButtonVariant;
  readonly icon?: IconName;
  readonly size?: 'small' | 'large';
  readonly label?: string;
  readonly describedBy?: string;
  /** The answer is a file. */
  readonly download?: boolean;
  /** Opens beside this page, and says so. */
  readonly newTab?: boolean;
};

/** A link that looks like a button: goes somewhere, changes nothing. */
export const LinkButton = ({
  href,
  children,
  variant = 'secondary',
  icon,
  size,
  label,
  describedBy,
  download,
  newTab,
}: LinkButtonProps) => (
  <a
    href={href}
    class={classNames('button', `button-${variant}`, size && `button-${size}`)}
    aria-label={label}
    aria-describedby={describedBy}
    download={download ? '' : undefined}
    target={newTab ? '_blank' : undefined}
    rel={newTab ? 'noopener' : undefined}
  >
    {icon && <Icon name={icon} />}
    <span>{children}</span>
    {newTab && <NewTabMark />}
  </a>
);

/** Says that a link opens a new tab. */
export const NewTabMark = () => (
  <span class="new-tab" title="新しいタブで開きます">
    <Icon name="external" size={16} />
  </span>
);

export type PostButtonProps = {
  readonly action: string;
  readonly children: ComponentChildren;
  readonly variant?: ButtonVariant;
  readonly icon?: IconName;
  readonly size?: 'small' | 'large';
  readonly label?: string;
  /** Hidden values sent along. */
  readonly values?: Readonly<Record<string, string>>;
  /** The answer is a file, so the page stays. */
  readonly download?: boolean;
};

/** A one-button form, for what changes something without further input. */
export const PostButton = ({ action, children, values = {}, download, ...button }: PostButtonProps) => (
  <form method="post" action={action} class="post-button" data-repeatable={download ? '' : undefined}>
    {Object.entries(values).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
    <Button {...button}>{children}</Button>
  </form>
);

export type ButtonRowProps = {
  readonly children: ComponentChildren;
  readonly align?: 'start' | 'center' | 'end' | 'between';
};

/** Buttons side by side, below each other where there is no room. */
export const ButtonRow = ({ children, align = 'start' }: ButtonRowProps) => (
  <div class={`button-row align-${align}`}>{children}</div>
);
