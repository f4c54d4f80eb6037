import type { Actor } from '../../kernel/policy.ts';
import type { ReadCtx } from '../../platform/context.ts';
import { type ScopeName, scopes } from '../../policy.ts';
import { hashSecret, isSecret, loadActorById } from '../accounts/index.ts';
import { useKey } from './api-keys.store.ts';
import { secretOf } from './api-keys.ts';

const permissionsOf = (granted: readonly string[]): string[] =>
  granted.flatMap((scope) => (Object.hasOwn(scopes, scope) ? [...scopes[scope as ScopeName]] : []));

/** Who a key acts as: the organisation of who made it, with what the key opens and no more; null when it does not hold. */
export const keyActorOf = async ({ tx, now }: ReadCtx, token: string): Promise<Actor | null> => {
  const secret = secretOf(token);
  if (secret === null || !isSecret(secret)) return null;
  const key = await useKey(tx, hashSecret(secret), now);
  const actor = key && (await loadActorById(tx, key.userId));
  return actor && { ...actor, key: { id: key.id, scopes: key.scopes, permissions: permissionsOf(key.scopes) } };
};
