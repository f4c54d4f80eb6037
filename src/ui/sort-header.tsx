import { Icon } from './icon.tsx';
import { Hidden } from './text.tsx';

export type SortHeaderProps = {
  readonly label: string;
  /** Address of the same list, sorted by this column (the other way round if it already is). */
  readonly href: string;
  readonly current?: 'asc' | 'desc';
};

/** A heading that sorts its list. */
export const SortHeader = ({ label, href, current }: SortHeaderProps) => (
  <a class={`sort${current ? ` sort-${current}` : ''}`} href={href}>
    {label}
    <Icon name="chevron-down" size={16} />
    <Hidden>{current === 'asc' ? '（昇順）' : current === 'desc' ? '（降順）' : ''}で並べ替え</Hidden>
  </a>
);
