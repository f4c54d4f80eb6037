import type { ComponentChildren } from 'preact';
import { classNames } from './class-names.ts';
import { Icon, type IconName } from './icon.tsx';

/** Text for screen readers only. */
export const Hidden = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="visually-hidden">{children}</span>
);

export type QuantityProps = {
  readonly value: number | null | undefined;
  readonly unit?: string;
  /** Larger, for the one figure of a page. */
  readonly large?: boolean;
};

/** A number with separators and its unit; — for not entered, 0 only for zero. */
export const Quantity = ({ value, unit, large }: QuantityProps) =>
  value === null || value === undefined ? (
    <span class={classNames('quantity', 'quantity-none', large && 'quantity-large')}>
      <span aria-hidden="true">—</span>
      <Hidden>未入力</Hidden>
    </span>
  ) : (
    <span class={classNames('quantity', large && 'quantity-large')}>
      {value.toLocaleString('ja-JP')}
      {unit && <span class="unit">{unit}</span>}
    </span>
  );

export type Tone = 'neutral' | 'info' | 'success' | 'warning' | 'error';

const toneIcons: Record<Tone, IconName> = {
  neutral: 'circle',
  info: 'info',
  success: 'success',
  warning: 'warning',
  error: 'error',
};

export type StateLabelProps = {
  readonly children: ComponentChildren;
  readonly tone?: Tone;
  readonly icon?: IconName;
};

/** A state: icon and word, never colour alone. */
export const StateLabel = ({ children, tone = 'neutral', icon = toneIcons[tone] }: StateLabelProps) => (
  <span class={`state state-${tone}`}>
    <Icon name={icon} size={16} />
    {children}
  </span>
);

/** A short word that sorts things, without meaning of its own. */
export const Tag = ({ children }: { readonly children: ComponentChildren }) => <span class="tag">{children}</span>;

export type NoticeProps = {
  readonly kind: 'info' | 'success' | 'warning' | 'error';
  readonly title?: string;
  readonly children?: ComponentChildren;
  /** Read out at once when it appears. */
  readonly live?: boolean;
};

const noticeWords = { info: 'お知らせ', success: '完了', warning: '注意', error: 'エラー' } as const;

/** A box that tells something about this page. */
export const Notice = ({ kind, title, children, live }: NoticeProps) => (
  <div class={`notice notice-${kind}`} role={live ? 'status' : undefined}>
    <span class="notice-icon">
      <Icon name={kind} size={24} />
      <Hidden>{noticeWords[kind]}</Hidden>
    </span>
    <div class="notice-body">
      {title && <p class="notice-title">{title}</p>}
      {children}
    </div>
  </div>
);

/** A line over the whole page, above everything else. */
const Banner = ({ kind, text }: { readonly kind: 'info' | 'warning' | 'error'; readonly text: string }) => (
  <div class={`banner banner-${kind}`}>
    <Icon name={kind} />
    <p>{text}</p>
  </div>
);

export type BannersProps = {
  readonly banners?: readonly { readonly kind: 'info' | 'warning' | 'error'; readonly text: string }[];
};

/** All that concerns every page. */
export const Banners = ({ banners = [] }: BannersProps) =>
  banners.length > 0 ? (
    <section aria-label="重要なお知らせ">
      {banners.map((banner) => (
        <Banner {...banner} key={banner.text} />
      ))}
    </section>
  ) : null;
