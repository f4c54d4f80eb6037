import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';
import { Hidden, StateLabel, type Tone } from './text.tsx';

export type SectionProps = {
  readonly title: string;
  readonly children: ComponentChildren;
  /** Makes the heading a place to link to. */
  readonly id?: string;
  /** One line under the heading. */
  readonly lead?: ComponentChildren;
  /** At the right of the heading. */
  readonly actions?: ComponentChildren;
  readonly level?: 2 | 3;
  /** A box of its own. */
  readonly card?: boolean;
};

/** A part of a page under its heading. */
export const Section = ({ title, children, id, lead, actions, level = 2, card }: SectionProps) => {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section class={classNames('section', card && 'card')} id={id} aria-label={title}>
      <div class="section-head">
        <Heading>{title}</Heading>
        {actions && <div class="section-actions">{actions}</div>}
      </div>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
};

export type DescriptionListProps = {
  readonly items: readonly {
    readonly label: string;
    readonly value: ComponentChildren;
    readonly unit?: string;
    readonly approval?: boolean;
    /** Cannot be changed here. */
    readonly locked?: boolean;
  }[];
};

/** Labels and values of one record. */
export const DescriptionList = ({ items }: DescriptionListProps) => (
  <dl class="descriptions">
    {items.map((item) => (
      <div class="description" key={item.label}>
        <dt class={classNames(item.approval && 'needs-approval')}>{item.label}</dt>
        <dd>
          {isBlank(item.value) ? <Blank /> : item.value}
          {item.unit && !isBlank(item.value) && <span class="unit">{item.unit}</span>}
          {item.locked && (
            <span class="lock-mark">
              <Icon name="lock" size={16} />
              <Hidden>鍵マーク</Hidden>
            </span>
          )}
        </dd>
      </div>
    ))}
  </dl>
);

const isBlank = (value: ComponentChildren): boolean => value === null || value === undefined || value === '';
const Blank = () => (
  <span class="quantity-none">
    <span aria-hidden="true">—</span>
    <Hidden>未入力</Hidden>
  </span>
);

export type StepsProps = {
  readonly label: string;
  readonly steps: readonly {
    readonly label: string;
    /** Its days, e.g. 「4/26〜4/30」. */
    readonly note?: string;
    readonly state: 'done' | 'current' | 'coming';
    readonly href?: string;
  }[];
};

const stepWords = { done: '終了', current: 'いまここ', coming: 'これから' } as const;

/** A line of steps with today's place on it. */
export const Steps = ({ label, steps }: StepsProps) => (
  <ol class="steps" aria-label={label}>
    {steps.map((step) => (
      <li
        key={step.label}
        class={`step step-${step.state}`}
        aria-current={step.state === 'current' ? 'step' : undefined}
      >
        <span class="step-dot">{step.state === 'done' && <Icon name="check" size={16} />}</span>
        <span class="step-label">{step.href ? <a href={step.href}>{step.label}</a> : step.label}</span>
        {step.note && <span class="step-note">{step.note}</span>}
        <span class="step-state">{stepWords[step.state]}</span>
      </li>
    ))}
  </ol>
);

export type MenuButtonsProps = {
  /** The list's name on its page, which may hold several. */
  readonly name: string;
  readonly items: readonly {
    readonly href: string;
    readonly label: string;
    readonly icon?: IconName;
    /** One line of state under the label. */
    readonly state?: string;
    readonly tone?: Tone;
    /** A word with an icon beside the state, e.g. 未登録. */
    readonly mark?: string;
  }[];
};

/** The large buttons of a menu; the state line describes the link and is no part of its name. */
export const MenuButtons = ({ name, items }: MenuButtonsProps) => (
  <ul class="menu-buttons">
    {items.map((item, i) => (
      <li class="menu-button" key={item.label}>
        {item.icon && (
          <span class="menu-button-icon">
            <Icon name={item.icon} size={24} />
          </span>
        )}
        <div class="menu-button-text">
          <a href={item.href} aria-describedby={item.state || item.mark ? `${name}-state-${i}` : undefined}>
            {item.label}
          </a>
          {(item.state || item.mark) && (
            <p class="menu-button-state" id={`${name}-state-${i}`}>
              {item.state}
              {item.mark && <StateLabel tone={item.tone}>{item.mark}</StateLabel>}
            </p>
          )}
        </div>
        <Icon name="chevron-right" />
      </li>
    ))}
  </ul>
);

export type NewsListProps = {
  readonly items: readonly {
    readonly href: string;
    readonly title: string;
    readonly date: string;
    readonly unread?: boolean;
    readonly important?: boolean;
    readonly from?: string;
  }[];
  readonly empty?: string;
};

/** News, newest first; what has not been read is marked by a word. */
export const NewsList = ({ items, empty = 'お知らせはありません。' }: NewsListProps) =>
  items.length === 0 ? (
    <p class="news-empty">{empty}</p>
  ) : (
    <ul class="news">
      {items.map((item) => (
        <li key={item.href} class={classNames('news-item', item.unread && 'news-unread')}>
          <p class="news-meta">
            {item.unread && <span class="news-mark">未読</span>}
            {item.important && <StateLabel tone="warning">重要</StateLabel>}
            <span>{item.date}</span>
            {item.from && <span>{item.from}</span>}
          </p>
          <a href={item.href}>{item.title}</a>
        </li>
      ))}
    </ul>
  );

export type ColumnsProps = {
  readonly children: ComponentChildren;
  readonly ratio?: 'even' | 'main-side' | 'side-main';
};

/** Parts side by side, below each other on narrow screens. */
export const Columns = ({ children, ratio = 'even' }: ColumnsProps) => (
  <div class={`columns columns-${ratio}`}>{children}</div>
);

export type MeterProps = {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  /** Said beside the bar, e.g. 「報告済 812 / 1,034 施設」. */
  readonly text: string;
};

/** How much of a whole. */
export const Meter = ({ label, value, max, text }: MeterProps) => (
  <div class="meter">
    <meter aria-label={label} min={0} max={max} value={value}>
      {text}
    </meter>
    <span class="meter-text">{text}</span>
  </div>
);

export type FiguresProps = {
  readonly items: readonly {
    readonly label: string;
    readonly value: ComponentChildren;
    readonly note?: ComponentChildren;
  }[];
};

/** The few figures that answer a page's question. */
export const Figures = ({ items }: FiguresProps) => (
  <dl class="figures">
    {items.map((item) => (
      <div class="figure" key={item.label}>
        <dt>{item.label}</dt>
        <dd>
          {item.value}
          {item.note && <span class="figure-note">{item.note}</span>}
        </dd>
      </div>
    ))}
  </dl>
);
