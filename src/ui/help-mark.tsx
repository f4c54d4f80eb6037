import { Hidden } from './text.tsx';

export type HelpMarkProps = { readonly id: string; readonly children: string };

/** 「?」: shows its text on pointer, focus and tap by CSS alone; the island adds Esc. */
export const HelpMark = ({ id, children }: HelpMarkProps) => (
  <span class="help" data-help>
    <button type="button" class="help-button" aria-describedby={id}>
      <span aria-hidden="true">?</span>
      <Hidden>はてなマーク</Hidden>
    </button>
    <span role="tooltip" class="help-text" id={id}>
      {children}
    </span>
  </span>
);
