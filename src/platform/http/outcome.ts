import type { Question } from '../../kernel/form.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { Screen, View } from './route.ts';

/**
 * The ways in which a use case ends: done (commit, redirect), shown (commit, a page with what is told this once; sent
 * again it goes to the location) or refused (commit, the page shows the problem); else it throws.
 */
export type Done = { readonly kind: 'done'; readonly location: string; readonly cookies?: readonly CookieChange[] };
export type Refused = { readonly kind: 'refused'; readonly problem: Problem };
export type Shown = { readonly kind: 'shown'; readonly location: string; readonly view: (screen: Screen) => View };
export type Outcome = Done | Shown | Refused;

/** Set (value) or clear (null) a cookie with the reply; attributes are the front door's. */
export type CookieChange = {
  readonly name: 'sid' | 'device';
  readonly value: string | null;
  readonly maxAgeSeconds?: number;
};

export const done = (location: string, cookies?: readonly CookieChange[]): Done => ({
  kind: 'done',
  location,
  ...(cookies && { cookies }),
});
export const shown = (location: string, view: Shown['view']): Shown => ({ kind: 'shown', location, view });
export const refused = (problem: Problem): Refused => ({ kind: 'refused', problem });

/** Thrown by ctx.ask: rolls back and shows the dialog over the same form. */
export class Asked extends Error {
  readonly question: Question;
  constructor(question: Question) {
    super('asked');
    this.question = question;
  }
}
