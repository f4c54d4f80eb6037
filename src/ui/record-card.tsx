import type { ComponentChildren } from 'preact';

export type RecordCardProps = {
  readonly title: string;
  readonly href?: string;
  /** State with icon and word, at the right of the title. */
  readonly state?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** Buttons and phone links. */
  readonly actions?: ComponentChildren;
  /** Unfolded on demand. */
  readonly more?: ComponentChildren;
  readonly moreLabel?: string;
};

/** One record of a public list. */
export const RecordCard = ({
  title,
  href,
  state,
  children,
  actions,
  more,
  moreLabel = '詳しく見る',
}: RecordCardProps) => (
  <article class="record-card card">
    <div class="record-card-head">
      <h2>{href ? <a href={href}>{title}</a> : title}</h2>
      {state}
    </div>
    {children}
    {actions && <div class="button-row">{actions}</div>}
    {more && (
      <details class="unfold">
        <summary>{moreLabel}</summary>
        {more}
      </details>
    )}
  </article>
);
