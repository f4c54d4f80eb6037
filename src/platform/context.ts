import type { Emit } from '../kernel/event.ts';
import type { Question } from '../kernel/form.ts';
import type { Actor } from '../kernel/policy.ts';
import type { Tx } from './db/index.ts';

/** What a use case gets: who, when, the one transaction, and how to tell others. Made by the front door only. */
export type Ctx<A extends Actor | null = Actor> = {
  readonly actor: A;
  readonly now: Date;
  readonly tx: Tx;
  readonly emit: Emit;
  /** Where people reach us, for links in mails: no slash at the end. */
  readonly publicUrl: string;
  /** Adds to the audit line of this request: which record, what changed, for which organisation (代行入力). */
  readonly note: (subject: string, detail?: Record<string, unknown>, forOrgId?: number) => void;
  /** Goes on when the user has answered this very question with 「OK」; otherwise the form comes back with the dialog. */
  readonly ask: (question: Question) => void;
  /** The version that the form was opened with; null when it carried none. */
  readonly version: number | null;
};

/** A page that anyone may open: the actor may be missing. */
export type PublicCtx = Ctx<Actor | null>;

/** What jobs and due steps get: no actor, every row. */
export type SystemCtx = Pick<Ctx<null>, 'actor' | 'now' | 'tx' | 'emit' | 'publicUrl'>;

/** What reading needs, whoever asks. */
export type ReadCtx = { readonly now: Date; readonly tx: Tx };
