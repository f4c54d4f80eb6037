import { type Generated, sql } from 'kysely';
import type { Tx } from '../../platform/db/index.ts';
import type { ApiKey } from './api-keys.ts';

declare module '../../platform/db/tables.ts' {
  interface Tables {
    api_keys: {
      id: Generated<number>;
      org_id: number;
      name: string;
      token_hash: Buffer;
      hint: string;
      scopes: string[];
      created_at: Date;
      created_by: number;
      expires_at: Date;
      last_used_at: Date | null;
      revoked_at: Date | null;
      revoked_by: number | null;
    };
  }
}

const select = (tx: Tx) =>
  tx
    .selectFrom('api_keys as k')
    .innerJoin('users as u', 'u.id', 'k.created_by')
    .leftJoin('users as r', 'r.id', 'k.revoked_by')
    .select(['k.id', 'k.org_id as orgId', 'k.name', 'k.hint', 'k.scopes', 'k.created_at as createdAt'])
    .select(['k.expires_at as expiresAt', 'k.last_used_at as lastUsedAt', 'k.revoked_at as revokedAt'])
    .select(sql<string>`u.family_name || '　' || u.given_name`.as('createdBy'))
    .select(sql<string | null>`r.family_name || '　' || r.given_name`.as('revokedBy'))
    .select(({ eb }) => eb('u.disabled_at', 'is', null).$castTo<boolean>().as('makerActive'));

/** The keys of an organisation, the newest first. */
export const loadKeys = (tx: Tx, orgId: number): Promise<ApiKey[]> =>
  select(tx).where('k.org_id', '=', orgId).orderBy('k.id', 'desc').execute();

export const loadKey = async (tx: Tx, orgId: number, keyId: number): Promise<ApiKey | null> =>
  (await select(tx).where('k.id', '=', keyId).where('k.org_id', '=', orgId).executeTakeFirst()) ?? null;

export type NewKey = Pick<ApiKey, 'orgId' | 'name' | 'hint' | 'scopes' | 'createdAt' | 'expiresAt'> & {
  readonly hash: Buffer;
  readonly userId: number;
};

export const insertKey = async (tx: Tx, key: NewKey): Promise<number> => {
  const row = await tx
    .insertInto('api_keys')
    .values({
      org_id: key.orgId,
      name: key.name,
      token_hash: key.hash,
      hint: key.hint,
      scopes: [...key.scopes],
      created_at: key.createdAt,
      created_by: key.userId,
      expires_at: key.expiresAt,
      last_used_at: null,
      revoked_at: null,
      revoked_by: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return row.id;
};

/** False when it was revoked before. */
export const saveRevoked = async (tx: Tx, keyId: number, userId: number, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('api_keys')
    .set({ revoked_at: at, revoked_by: userId })
    .where('id', '=', keyId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export type KeyInUse = { readonly id: number; readonly userId: number; readonly scopes: readonly string[] };

/** The key of this hash while it holds; its last use is written down once a minute. */
export const useKey = async (tx: Tx, hash: Buffer, now: Date): Promise<KeyInUse | null> => {
  const { rows } = await sql<KeyInUse>`
    with found as (
      select id, created_by, scopes, last_used_at from api_keys
      where token_hash = ${hash} and revoked_at is null and expires_at > ${now}
    ), touched as (
      update api_keys set last_used_at = ${now} where id in (
        select k.id from api_keys k join found f on f.id = k.id
        where f.last_used_at is null or f.last_used_at < ${now}::timestamptz - interval '1 minute'
        for update of k skip locked
      )
    )
    select id, created_by as "userId", scopes from found`.execute(tx);
  const [found] = rows;
  return found ? { ...found, id: Number(found.id), userId: Number(found.userId) } : null;
};
