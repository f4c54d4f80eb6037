import type { Readable } from 'node:stream';
import type { ComponentChildren, VNode } from 'preact';
import type { z } from 'zod';
import type { Day } from '../../kernel/calendar.ts';
import type { FormDef, FormState, InputOf, RawInput } from '../../kernel/form.ts';
import type { Actor } from '../../kernel/policy.ts';
import type { Ctx, PublicCtx, ReadCtx } from '../context.ts';
import type { Cookies } from './cookies.ts';
import type { Outcome } from './outcome.ts';
import type { Banner } from './standing.ts';

/** The rows of the permission table (src/policy.ts) by declaration merging, so that a misspelt permission does not compile. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by src/policy.ts
export interface Permissions {}
export type Permission = keyof Permissions & string;
/** What API keys can be made for, by declaration merging like the permissions. */
// biome-ignore lint/suspicious/noEmptyInterface: filled by src/policy.ts
export interface Scopes {}
export type Scope = keyof Scopes & string;

/** What a view knows besides its data. */
export type Screen = {
  readonly actor: Actor | null;
  readonly now: Date;
  readonly today: Day;
  /** Path with query, for links that come back. */
  readonly url: string;
  readonly demo: boolean;
  /** May the actor use this permission at all? (to show a button) */
  readonly may: (permission: Permission) => boolean;
  /** The state of one form of the page: fresh with these values, or as it was sent when it came back. */
  readonly form: (def: FormDef, values?: RawInput, version?: number) => FormState;
};

export type Crumb = { readonly label: string; readonly href?: string };
export type View = {
  /** h1 and document title: the manual's 画面名. */
  readonly title: string;
  readonly body: ComponentChildren;
  readonly breadcrumbs?: readonly Crumb[];
  readonly actions?: ComponentChildren;
  /** Chapter of the manual that 「このページのヘルプ」 opens, where the page's path does not tell. */
  readonly help?: string;
  /** Islands beyond the one that every page has, by file name without ending. */
  readonly islands?: readonly string[];
  /** Full width, for grids and wide tables. */
  readonly wide?: boolean;
  /** A whole document of its own, with its style sheet, instead of the house's frame around the body (the public site). */
  readonly document?: (css: string, banners: readonly Banner[]) => VNode;
};

/** What accounts need of the wire: cookies, a name for the device, the address; nothing else does. */
export type Wire = { readonly cookies: Cookies; readonly device: string; readonly address: string };

/** Tools of slow work before the transaction: a short read of its own, never a write. */
export type PrepareTools = {
  readonly actor: Actor | null;
  readonly now: Date;
  readonly wire: Wire;
  readonly publicUrl: string;
  readonly read: <T>(work: (ctx: ReadCtx) => Promise<T>) => Promise<T>;
};

type Request<P, Q> = { readonly params: P; readonly query: Q };
type Submit<P, F extends FormDef, R> = {
  readonly params: P;
  readonly input: InputOf<F>;
  readonly prepared: R;
  readonly wire: Wire;
};

type Where<P, Q> = { readonly path: string; readonly params?: z.ZodType<P>; readonly query?: z.ZodType<Q> };
type PageSpec<C, P, Q, D> = Where<P, Q> & {
  /** For people who are not logged in: no tabs, no menu. */
  readonly plain?: boolean;
  readonly load: (ctx: C, request: Request<P, Q> & { readonly wire: Wire }) => Promise<D>;
  readonly view: (data: D, screen: Screen) => View;
};
type ActionSpec<C, P, F extends FormDef, R> = Where<P, never> & {
  /** Name of the audit line, `noun.verb`. */
  readonly audit: string;
  /** Goes on in read-only mode (S36): getting in and out, and the switch itself. */
  readonly whileReadOnly?: true;
  readonly form: F;
  /** The page that shows the form again, with the same params. */
  readonly page: PageRoute;
  /** How many bytes an uploaded file may have, where it is more than usual; asked for the permission before it is read. */
  readonly uploadLimit?: number;
  readonly prepare?: (input: InputOf<F>, tools: PrepareTools) => Promise<R>;
  readonly run: (ctx: C, submit: Submit<P, F, R>) => Promise<Outcome>;
};
type FileSpec<C, P, Q> = Where<P, Q> & { readonly load: (ctx: C, request: Request<P, Q>) => Promise<FileReply> };
type JsonSpec<C, P, Q> = Where<P, Q> & {
  /** Asked by the page on its own, so it does not count as use of the session. */
  readonly quiet?: boolean;
  readonly load: (ctx: C, request: Request<P, Q> & { readonly wire: Wire }) => Promise<unknown>;
};

type ApiSpec<P, Q, B, R, A> = Where<P, Q> & {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly scope: Scope;
  /** Name of the audit line, `noun.verb`; calls that only read are written down too. */
  readonly audit: string;
  /** For the OpenAPI document: one line, and what a caller has to know beyond it. */
  readonly summary: string;
  readonly description?: string;
  /** The JSON body, with Japanese messages; none = no body. */
  readonly body?: z.ZodType<B>;
  /** The body is a file as it is (CSV, packed or not); `body` takes its bytes. */
  readonly file?: boolean;
  /** The JSON answer for the document; a file answers with its type. */
  readonly answer: z.ZodType<A> | 'text/csv';
  /** Slow work before the transaction: a file of thousands of lines. */
  readonly prepare?: (body: B, request: Request<P, Q>, tools: PrepareTools) => Promise<R>;
  readonly run: (
    ctx: Ctx,
    request: Request<P, Q> & { readonly body: B; readonly prepared: R },
  ) => Promise<A | FileReply>;
};

export type FileReply = {
  readonly filename: string;
  readonly type: string;
  /** Large ones as a stream, made beside the server. */
  readonly body: string | Buffer | Readable;
  /** Shown in the browser instead of saved. */
  readonly inline?: boolean;
};

type Guarded = { readonly permission: Permission };

/* The table holds rows of every type; each row was checked where it was written, so the erased types are never loose. */
// biome-ignore-start lint/suspicious/noExplicitAny: see above
export type PageRoute = { readonly kind: 'page'; readonly permission: Permission | null } & PageSpec<
  any,
  any,
  any,
  any
>;
export type ActionRoute = { readonly kind: 'action'; readonly permission: Permission | null } & ActionSpec<
  any,
  any,
  any,
  any
>;
export type FileRoute = { readonly kind: 'file'; readonly permission: Permission | null } & FileSpec<any, any, any>;
export type JsonRoute = { readonly kind: 'json'; readonly permission: Permission | null } & JsonSpec<any, any, any>;
export type ApiRoute = { readonly kind: 'api'; readonly permission: Permission } & ApiSpec<any, any, any, any, any>;
// biome-ignore-end lint/suspicious/noExplicitAny: see above
export type Route = PageRoute | ActionRoute | FileRoute | JsonRoute | ApiRoute;

type None = Record<string, never>;

/** A GET page behind a permission: load (reads only) and view. */
export const page = <P = None, Q = None, D = void>(spec: Guarded & PageSpec<Ctx, P, Q, D>): PageRoute => ({
  kind: 'page',
  ...spec,
});
/** A POST behind a permission: form, audit name, use case, and the page that shows the form again. */
export const action = <F extends FormDef, P = None, R = undefined>(
  spec: Guarded & ActionSpec<Ctx, P, F, R>,
): ActionRoute => ({ kind: 'action', ...spec });
/** A download behind a permission (CSV, PDF). */
export const file = <P = None, Q = None>(spec: Guarded & FileSpec<Ctx, P, Q>): FileRoute => ({ kind: 'file', ...spec });
/** A JSON answer behind a permission (look-ups of a page). */
export const json = <P = None, Q = None>(spec: Guarded & JsonSpec<Ctx, P, Q>): JsonRoute => ({ kind: 'json', ...spec });

/**
 * A call of another system under /api/v1, with `Authorization: Bearer …`: an API key of the organisation that has the
 * scope. No cookies; faults are problem+json. Described in /api/v1/openapi.json from the same schemas.
 */
export const api = <A, P = None, Q = None, B = undefined, R = undefined>(
  spec: Guarded & ApiSpec<P, Q, B, R, A>,
): ApiRoute => ({ kind: 'api', ...spec });

/** The same for everyone, logged in or not: written out, so that nothing is open by being forgotten. */
export const openPage = <P = None, Q = None, D = void>(spec: PageSpec<PublicCtx, P, Q, D>): PageRoute => ({
  kind: 'page',
  permission: null,
  ...spec,
});
export const openAction = <F extends FormDef, P = None, R = undefined>(
  spec: ActionSpec<PublicCtx, P, F, R>,
): ActionRoute => ({ kind: 'action', permission: null, ...spec });
export const openJson = <P = None, Q = None>(spec: JsonSpec<PublicCtx, P, Q>): JsonRoute => ({
  kind: 'json',
  permission: null,
  ...spec,
});
