import type { Actor } from '../../kernel/policy.ts';
import { type PermissionName, reachOf } from '../../policy.ts';
import type { Scope } from './distributions.store.ts';

/** Whose rows an actor reaches with a permission: the WHERE of the lists and of every single record. */
export const scopeOf = (actor: Actor, permission: PermissionName): Scope => ({
  org: actor.org,
  reaches: reachOf(actor, permission),
});
