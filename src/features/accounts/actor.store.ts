import { sql } from 'kysely';
import type { Actor, Column, OrgKind } from '../../kernel/policy.ts';
import { prepared, type Tx } from '../../platform/db/index.ts';
import { hashSecret, isSecret } from './secrets.ts';
import { sessionLimits } from './sessions.ts';

type Row = {
  userId: number;
  userName: string;
  familyName: string;
  givenName: string;
  orgId: number;
  kind: OrgKind;
  orgName: string;
  prefectureCode: string | null;
  municipalityCode: string | null;
  roles: Column[];
};

const actorFrom = (row: Row): Actor => ({
  userId: row.userId,
  userName: row.userName,
  displayName: `${row.familyName}　${row.givenName}`,
  org: {
    id: row.orgId,
    kind: row.kind,
    name: row.orgName,
    prefectureCode: row.prefectureCode,
    municipalityCode: row.municipalityCode,
  },
  columns: row.kind === 'venue' ? venueColumns(row.roles) : [row.kind],
});

/** A venue without any vaccine has the lesser rights. */
const venueColumns = (roles: readonly Column[]): readonly Column[] => (roles.length > 0 ? roles : ['satellite']);

type Session = {
  readonly idHash: Buffer;
  readonly now: Date;
  readonly idleSince: Date;
  readonly startedSince: Date;
  readonly touch: boolean;
  readonly touchBefore: Date;
};

const actorOfSession = prepared(
  (_, { idHash, now, idleSince, startedSince, touch, touchBefore }: Session) => sql<Row>`
    with found as (
      select s.id_hash, s.last_seen_at, u.id as user_id, u.user_name, u.family_name, u.given_name,
        o.id as org_id, o.kind, o.name, o.prefecture_code, o.municipality_code
      from sessions s join users u on u.id = s.user_id join organisations o on o.id = u.org_id
      where s.id_hash = ${idHash} and s.stage = 'full' and s.ended_at is null
        and s.last_seen_at > ${idleSince} and s.created_at > ${startedSince}
        and u.disabled_at is null and o.active
    ), touched as (
      update sessions set last_seen_at = ${now} where id_hash in (
        select s.id_hash from sessions s join found f on f.id_hash = s.id_hash
        where ${touch} and f.last_seen_at < ${touchBefore} for update of s skip locked
      )
    )
    select user_id as "userId", user_name as "userName", family_name as "familyName", given_name as "givenName",
      org_id as "orgId", kind, name as "orgName", prefecture_code as "prefectureCode",
      municipality_code as "municipalityCode",
      array(select distinct v.role from venue_vaccines v where v.venue_id = org_id order by v.role) as roles
    from found`,
);

/**
 * Who a session cookie belongs to, and marks the session as used. Every request asks, so it is one statement; a
 * session that another request is just marking is left alone instead of waited for.
 */
export const loadActor = async (tx: Tx, sid: string, now: Date, touch = true): Promise<Actor | null> => {
  if (!isSecret(sid)) return null;
  const { rows } = await actorOfSession(tx, { idHash: hashSecret(sid), now, touch, ...sessionLimits(now) });
  return rows[0] ? actorFrom(rows[0]) : null;
};

/** A user as an actor, for work in their name without a session; null when user or organisation may not any more. */
export const loadActorById = async (tx: Tx, userId: number): Promise<Actor | null> => {
  const { rows } = await sql<Row>`
    select u.id as "userId", u.user_name as "userName", u.family_name as "familyName", u.given_name as "givenName",
      o.id as "orgId", o.kind, o.name as "orgName", o.prefecture_code as "prefectureCode",
      o.municipality_code as "municipalityCode",
      array(select distinct v.role from venue_vaccines v where v.venue_id = o.id order by v.role) as roles
    from users u join organisations o on o.id = u.org_id
    where u.id = ${userId} and u.disabled_at is null and o.active`.execute(tx);
  return rows[0] ? actorFrom(rows[0]) : null;
};
