import type { ComponentChildren } from 'preact';
import type { FormDef, RawInput } from '../../kernel/form.ts';
import type { Actor } from '../../kernel/policy.ts';
import type { Problem } from '../../kernel/problem.ts';
import type { ReadCtx } from '../context.ts';
import type { Db, DbRole, Log } from '../db/index.ts';
import type { Room } from '../room.ts';
import type { Cookies } from './cookies.ts';
import type { Permission, Screen, View } from './route.ts';
import type { Banner, Standing } from './standing.ts';

/** What the front door needs to know of the house; src/app.ts puts it together. */
export type House = {
  readonly db: Db;
  readonly clock: { now(): Date };
  readonly rooms: readonly Room[];
  readonly log: Log;
  readonly publicUrl: string;
  readonly demo: boolean;
  /** Who is at the door, by the session cookie; also marks the session as used, unless the page asks on its own. */
  readonly actorOf: (ctx: ReadCtx, cookies: Cookies, quiet: boolean) => Promise<Actor | null>;
  /** Which API key this is, and for whom it acts; also marks the key as used. */
  readonly keyActorOf: (ctx: ReadCtx, token: string) => Promise<Actor | null>;
  /** A form came in for a session that has run out: keeps it for the same person's next login. */
  readonly cutOff?: (ctx: ReadCtx, form: CutOffForm) => Promise<void>;
  readonly may: (actor: Actor, permission: Permission) => boolean;
  /** Database role and reach keys of an actor: the second wall. */
  readonly wallOf: (actor: Actor) => { readonly role: DbRole; readonly reach: readonly string[] };
  readonly standing: Standing;
  /** What an error page says under its heading. */
  readonly explain: (problem: Problem, support?: string) => ComponentChildren;
  /** The whole HTML page around a view. */
  readonly draw: (view: View, screen: Screen, extra: Extra) => Promise<string> | string;
};

/** A form that was sent too late: where to, by which session, and everything typed. */
export type CutOffForm = {
  readonly cookies: Cookies;
  readonly action: string;
  readonly def: FormDef;
  readonly input: RawInput;
  readonly version: number | null;
};

/** What the frame around a page needs besides the view. */
export type Extra = { readonly plain: boolean; readonly banners: readonly Banner[] };
