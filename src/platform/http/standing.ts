import type { Problem } from '../../kernel/problem.ts';
import type { ReadCtx } from '../context.ts';

/** A line above every page. */
export type Banner = { readonly kind: 'info' | 'warning'; readonly text: string };

/** S36: what stands above every page just now, and whether anything may be written. The house brings it. */
export type Standing = {
  /** Read anew at most once a second, so that a page costs no query of its own. */
  readonly banners: (ctx: ReadCtx) => Promise<readonly Banner[]>;
  /** As read last, for pages that are drawn without the database. */
  readonly known: (now: Date) => readonly Banner[];
  /** Why nothing may be written now, or null; read in the transaction of the write itself. */
  readonly refusal: (ctx: ReadCtx) => Promise<Problem | null>;
  /** Something was written here, maybe this: the next page reads it again. */
  readonly forget: () => void;
};

declare module 'fastify' {
  interface FastifyContextConfig {
    /** This route goes on in read-only mode, or asks for itself. */
    readonly whileReadOnly?: true;
  }
}
