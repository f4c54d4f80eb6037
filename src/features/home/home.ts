import type { Actor } from '../../kernel/policy.ts';

/** 「ホーム」 is put together from what the other rooms offer. */
export type MenuItem = {
  readonly href: string;
  readonly label: string;
  /** One line of state under the button: what is due and when (M1.1-1). */
  readonly state?: string;
  readonly mark?: string;
  readonly tone?: 'success' | 'warning' | 'error' | 'info' | 'neutral';
};

export const isVenue = (actor: Actor): boolean => actor.org.kind === 'venue';
