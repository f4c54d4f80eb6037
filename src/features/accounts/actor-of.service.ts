import type { Actor } from '../../kernel/policy.ts';
import type { ReadCtx } from '../../platform/context.ts';
import type { Wire } from '../../platform/http/index.ts';
import { loadActor } from './actor.store.ts';

/**
 * Who is at the front door: only a session that is fully logged in, and only while user and organisation may. A quiet
 * question does not count as use.
 */
export const actorOf = async ({ tx, now }: ReadCtx, { sid }: Wire['cookies'], quiet = false): Promise<Actor | null> =>
  sid ? loadActor(tx, sid, now, !quiet) : null;
