import { sql } from 'kysely';
import { likeAnywhere } from '../../kernel/search-text.ts';
import type { Tx } from '../../platform/db/index.ts';
import type { DeskUser, UserState } from './desk-users.ts';

const users = (tx: Tx) =>
  tx
    .selectFrom('users as u')
    .innerJoin('organisations as o', 'o.id', 'u.org_id')
    .leftJoin('venue_directory as d', 'd.venue_id', 'u.org_id')
    .select(['u.id', 'u.org_id as orgId', 'o.name as orgName', 'o.kind as orgKind', 'd.code as orgCode'])
    .select(['u.user_name as userName', 'u.family_name as familyName', 'u.given_name as givenName'])
    .select(['u.email', 'u.phone', 'u.version', 'u.first_login_at as firstLoginAt'])
    .select(['u.disabled_at as disabledAt', 'u.locked_until as lockedUntil'])
    .select(
      sql<boolean>`coalesce((select m.state = 'failed' from mails m
        where m.user_id = u.id and m.to_address = u.email and m.state in ('sent', 'failed')
        order by m.id desc limit 1), false)`.as('undeliverable'),
    );

export type UserSearch = {
  readonly q: string;
  readonly state: UserState | null;
  readonly beforeId: number | null;
  readonly limit: number;
  readonly now: Date;
};

/** Users by name, user name, mail address, or their organisation's name or code; the newest first. */
export const searchUsers = async (tx: Tx, { q, state, beforeId, limit, now }: UserSearch): Promise<DeskUser[]> =>
  users(tx)
    .$if(q !== '', (query) =>
      query.where(({ or, eb }) =>
        or([
          eb(sql`u.user_name || ' ' || u.email || ' ' || u.family_name || u.given_name`, 'ilike', likeAnywhere(q)),
          eb('o.name', 'ilike', likeAnywhere(q)),
          eb('d.code', '=', q),
        ]),
      ),
    )
    .$if(state === 'removed', (query) => query.where('u.disabled_at', 'is not', null))
    .$if(state !== null && state !== 'removed', (query) => query.where('u.disabled_at', 'is', null))
    .$if(state === 'locked', (query) => query.where('u.locked_until', '>', now))
    .$if(state === 'invited', (query) => query.where('u.first_login_at', 'is', null))
    .$if(state === 'active', (query) => query.where('u.first_login_at', 'is not', null))
    .$if(beforeId !== null, (query) => query.where('u.id', '<', beforeId ?? 0))
    .orderBy('u.id', 'desc')
    .limit(limit)
    .execute();

export const loadDeskUser = async (tx: Tx, userId: number): Promise<DeskUser | null> =>
  (await users(tx).where('u.id', '=', userId).executeTakeFirst()) ?? null;

/** An organisation that users may be added to, and how many it has. */
export type DeskOrganisation = {
  readonly id: number;
  readonly name: string;
  readonly code: string | null;
  readonly users: number;
};

const organisations = (tx: Tx) =>
  tx
    .selectFrom('organisations as o')
    .leftJoin('venue_directory as d', 'd.venue_id', 'o.id')
    .select(['o.id', 'o.name', 'd.code'])
    .select(
      sql<number>`(select count(*)::int from users u where u.org_id = o.id and u.disabled_at is null)`.as('users'),
    )
    .where('o.active', '=', true)
    .where('o.kind', '<>', 'ministry');

export const loadDeskOrganisation = async (tx: Tx, orgId: number): Promise<DeskOrganisation | null> =>
  (await organisations(tx).where('o.id', '=', orgId).executeTakeFirst()) ?? null;

/** Organisations by name or by the 10-digit code. */
export const searchOrganisations = async (tx: Tx, q: string, limit: number): Promise<DeskOrganisation[]> =>
  organisations(tx)
    .where(({ or, eb }) => or([eb('o.name', 'ilike', likeAnywhere(q)), eb('d.code', '=', q)]))
    .orderBy('o.name')
    .limit(limit)
    .execute();

/** Is there a user of this organisation with this address already? */
export const hasUserWithEmail = async (tx: Tx, orgId: number, email: string): Promise<boolean> =>
  (await tx
    .selectFrom('users')
    .select('id')
    .where('org_id', '=', orgId)
    .where('disabled_at', 'is', null)
    .where(sql<boolean>`lower(email) = lower(${email})`)
    .executeTakeFirst()) !== undefined;
