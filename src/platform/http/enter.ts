import { sql } from 'kysely';
import type { Actor } from '../../kernel/policy.ts';
import type { Ctx, ReadCtx, SystemCtx } from '../context.ts';
import { prepared, type Tx } from '../db/index.ts';
import { emitter } from '../room.ts';
import { asClash } from './clash.ts';
import type { Cookies } from './cookies.ts';
import type { House } from './house.ts';
import { Asked } from './outcome.ts';
import type { Submitted } from './raw-input.ts';

/** Notes that a use case left for the audit line. */
export type Notes = { subject: string; detail: Record<string, unknown>; forOrgId: number | null };

export type Entered = { readonly ctx: Ctx<Actor | null>; readonly notes: Notes };

const emptyForm: Pick<Submitted, 'confirmed' | 'version'> = { confirmed: [], version: null };

/**
 * One request = one transaction: recognises the actor, sets actor and reach on the connection, and hands out the ctx.
 * Nobody else makes one.
 */
export const enter = <T>(
  house: House,
  cookies: Cookies,
  submitted: Pick<Submitted, 'confirmed' | 'version'> = emptyForm,
  quiet = false,
): ((work: (entered: Entered) => Promise<T>) => Promise<T>) =>
  enterAs(house, (ctx) => house.actorOf(ctx, cookies, quiet), submitted);

/** The same for whoever `recognise` says. */
export const enterAs =
  <T>(
    house: House,
    recognise: (ctx: ReadCtx) => Promise<Actor | null>,
    submitted: Pick<Submitted, 'confirmed' | 'version'> = emptyForm,
  ) =>
  (work: (entered: Entered) => Promise<T>): Promise<T> =>
    house.db
      .transaction({ role: 'web' }, async (tx) => {
        const now = house.clock.now();
        const actor = await recognise({ tx, now });
        // Asked for before anything of the work, so done before it; should it fail, nothing after it can succeed.
        const acting = actor && actAs(house, tx, actor);
        const [result] = await Promise.all([work(entered(house, tx, actor, now, submitted)), acting]);
        return result;
      })
      .catch((thrown: unknown) => {
        throw asClash(thrown, house.log);
      });

const act = prepared(
  (_, as: { readonly user: string; readonly reach: string; readonly role: string }) =>
    sql`select set_config('app.actor', ${as.user}, true), set_config('app.reach', ${as.reach}, true), set_config('role', ${as.role}, true)`,
);

const actAs = async (house: House, tx: Tx, actor: Actor): Promise<void> => {
  const { role, reach } = house.wallOf(actor);
  const roleName = role === 'all' ? 'vsys_all' : 'vsys_web';
  await act(tx, { user: String(actor.userId), reach: reach.join(','), role: roleName });
};

const entered = (
  house: House,
  tx: Tx,
  actor: Actor | null,
  now: Date,
  submitted: Pick<Submitted, 'confirmed' | 'version'>,
): Entered => {
  const notes: Notes = { subject: '', detail: {}, forOrgId: null };
  const system = (): SystemCtx => ({ actor: null, now, tx, emit, publicUrl: house.publicUrl });
  const emit = emitter(house.rooms, system);
  const ctx: Ctx<Actor | null> = {
    actor,
    now,
    tx,
    emit,
    publicUrl: house.publicUrl,
    version: submitted.version,
    ask: (question) => {
      if (!submitted.confirmed.includes(question.digest)) throw new Asked(question);
    },
    note: (subject, detail = {}, forOrgId) => {
      notes.subject = subject;
      Object.assign(notes.detail, detail);
      if (forOrgId !== undefined) notes.forOrgId = forOrgId;
    },
  };
  return { ctx, notes };
};
