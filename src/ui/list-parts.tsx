import type { ComponentChildren } from 'preact';
import { Button, ButtonRow } from './button.tsx';
import { Icon } from './icon.tsx';

export type FilterBarProps = {
  readonly action: string;
  readonly children: ComponentChildren;
  readonly submit?: string;
  /** Address without any filter. */
  readonly resetHref?: string;
  /** Kept in the address as they are. */
  readonly hidden?: Readonly<Record<string, string>>;
  readonly label?: string;
};

/** Filters of a list; they live in its address. */
export const FilterBar = ({
  action,
  children,
  submit = '絞り込む',
  resetHref,
  hidden = {},
  label = '絞り込み',
}: FilterBarProps) => (
  <form method="get" action={action} class="filter-bar" aria-label={label}>
    {Object.entries(hidden).map(([name, value]) => (
      <input type="hidden" name={name} value={value} key={name} />
    ))}
    <div class="filter-fields">{children}</div>
    <ButtonRow>
      <Button icon="search">{submit}</Button>
      {resetHref && (
        <a class="filter-reset" href={resetHref}>
          条件をクリア
        </a>
      )}
    </ButtonRow>
  </form>
);

export type FilterFieldProps = {
  readonly label: string;
  readonly name: string;
  readonly value?: string;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly size?: number;
  readonly maxLength?: number;
};

/** One filter: a choice where there are options, else a text. */
export const FilterField = ({ label, name, value = '', options, size = 24, maxLength }: FilterFieldProps) => (
  <p class="filter-field">
    <label for={`filter-${name}`}>{label}</label>
    {options ? (
      <select id={`filter-${name}`} name={name} class="input input-choice" value={value}>
        {options.map((option) => (
          <option value={option.value} key={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    ) : (
      <input
        type="search"
        id={`filter-${name}`}
        name={name}
        value={value}
        class="input"
        size={size}
        maxLength={maxLength}
      />
    )}
  </p>
);

export type PagerProps = {
  readonly previousHref?: string;
  readonly nextHref?: string;
  /** 「1,034件中 51〜100件」 */
  readonly position?: string;
};

/** Forwards and back through a long list. */
export const Pager = ({ previousHref, nextHref, position }: PagerProps) =>
  previousHref || nextHref || position ? (
    <nav class="pager" aria-label="ページ送り">
      {previousHref ? (
        <a class="button button-secondary" href={previousHref} rel="prev">
          <Icon name="chevron-left" />
          <span>前へ</span>
        </a>
      ) : (
        <span />
      )}
      {position && <p class="pager-position">{position}</p>}
      {nextHref ? (
        <a class="button button-secondary" href={nextHref} rel="next">
          <span>次へ</span>
          <Icon name="chevron-right" />
        </a>
      ) : (
        <span />
      )}
    </nav>
  ) : null;

export type EmptyStateProps = {
  readonly title: string;
  /** What to do now. */
  readonly children?: ComponentChildren;
};

/** A list without rows: says so, and what to do. */
export const EmptyState = ({ title, children }: EmptyStateProps) => (
  <div class="empty">
    <Icon name="file" size={32} />
    <p class="empty-title">{title}</p>
    {children}
  </div>
);

export type ListHeadProps = {
  /** 「1,034件」 */
  readonly count?: string;
  readonly children?: ComponentChildren;
};

/** Count at the left, buttons (CSV, Excel) at the right, above a list. */
export const ListHead = ({ count, children }: ListHeadProps) => (
  <div class="list-head">
    {count && <p class="list-count">{count}</p>}
    {children && <div class="list-actions">{children}</div>}
  </div>
);

export type ChoiceSwitchProps = {
  readonly label: string;
  readonly name: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly label: string }[];
  readonly action: string;
  readonly hidden?: Readonly<Record<string, string>>;
  readonly button?: string;
};

/** Choosing shows at once what belongs to it; without script by the button beside it. */
export const ChoiceSwitch = ({
  label,
  name,
  value,
  options,
  action,
  hidden = {},
  button = '表示',
}: ChoiceSwitchProps) => (
  <form method="get" action={action} class="choice-switch" data-switch>
    {Object.entries(hidden).map(([key, kept]) => (
      <input type="hidden" name={key} value={kept} key={key} />
    ))}
    <label for={`switch-${name}`}>{label}</label>
    <select id={`switch-${name}`} name={name} class="input input-choice" value={value}>
      {options.map((option) => (
        <option value={option.value} key={option.value}>
          {option.label}
        </option>
      ))}
    </select>
    <Button data={{ 'data-switch-button': '' }}>{button}</Button>
  </form>
);
