import type { Question } from '../../kernel/form.ts';
import type { Problem } from '../../kernel/problem.ts';

/** The ways in which a use case ends: done (commit, redirect) or refused (commit, the page shows the problem); else it throws. */
export type Done = { readonly kind: 'done'; readonly location: string; readonly cookies?: readonly CookieChange[] };
export type Refused = { readonly kind: 'refused'; readonly problem: Problem };
export type Outcome = Done | Refused;

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
export const refused = (problem: Problem): Refused => ({ kind: 'refused', problem });

/** Thrown by ctx.ask: rolls back and shows the dialog over the same form. */
export class Asked extends Error {
  readonly question: Question;
  constructor(question: Question) {
    super('asked');
    this.question = question;
  }
}
