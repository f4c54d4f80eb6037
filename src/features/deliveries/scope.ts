import type { Actor, Reach } from '../../kernel/policy.ts';
import { type PermissionName, reachOf } from '../../policy.ts';

/** Whose rows: the actor's organisation and how far the permission asked for reaches. */
export type Scope = { readonly org: Actor['org']; readonly reaches: readonly Reach[] };

/** Whose rows an actor reaches with a permission: the WHERE of the lists and of every single record. */
export const scopeOf = (actor: Actor, permission: PermissionName): Scope => ({
  org: actor.org,
  reaches: reachOf(actor, permission),
});
