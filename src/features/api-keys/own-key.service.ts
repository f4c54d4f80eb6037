import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { can } from '../../policy.ts';
import { loadKey } from './api-keys.store.ts';
import type { ApiKey } from './api-keys.ts';

/** A key of the own organisation; anything else does not exist. */
export const ownKey = async ({ tx, actor }: Ctx, keyId: number): Promise<ApiKey> => {
  const key = await loadKey(tx, actor.org.id, keyId);
  if (!key || !can(actor, 'api-key.manage', key)) throw notFound();
  return key;
};
