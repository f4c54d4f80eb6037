import { sql } from 'kysely';
import type { OrgKind } from '../../kernel/policy.ts';
import { prepared, type Tx } from '../../platform/db/index.ts';
import './accounts.tables.ts';
import type { LockState } from './lock.ts';

/** A user as the way in needs one. */
export type Account = {
  readonly id: number;
  readonly orgId: number;
  readonly orgKind: OrgKind;
  readonly orgName: string;
  readonly userName: string;
  readonly familyName: string;
  readonly givenName: string;
  readonly email: string;
  readonly phone: string;
  readonly consentAt: Date | null;
  readonly firstLoginAt: Date | null;
  readonly phonePageDoneAt: Date | null;
  readonly passwordChangedAt: Date | null;
  /** 「代行入力フラグ」 is 「要」: the institution uses the booking function. */
  readonly bookingDelegated: boolean;
  /** Neither the user nor the organisation is shut out. */
  readonly usable: boolean;
};

const accounts = (tx: Tx) =>
  tx
    .selectFrom('users as u')
    .innerJoin('organisations as o', 'o.id', 'u.org_id')
    .leftJoin('venues as v', 'v.venue_id', 'u.org_id')
    .select([
      'u.id',
      'u.org_id as orgId',
      'o.kind as orgKind',
      'o.name as orgName',
      'u.user_name as userName',
      'u.email',
      'u.phone',
    ])
    .select(['u.family_name as familyName', 'u.given_name as givenName'])
    .select(['u.consent_at as consentAt', 'u.first_login_at as firstLoginAt'])
    .select(['u.phone_page_done_at as phonePageDoneAt', 'u.password_changed_at as passwordChangedAt'])
    .select(({ fn, val }) => fn.coalesce('v.booking_delegated', val(false)).as('bookingDelegated'))
    .select(({ and, eb }) =>
      and([eb('u.disabled_at', 'is', null), eb('o.active', '=', true)])
        .$castTo<boolean>()
        .as('usable'),
    );

export const loadAccount = async (tx: Tx, userId: number): Promise<Account | null> =>
  (await accounts(tx).where('u.id', '=', userId).executeTakeFirst()) ?? null;

/** What a password is checked against, before the transaction. */
export type Credentials = { readonly userId: number; readonly passwordHash: string | null };

const credentialsByName = prepared((db, { userName }: { readonly userName: string }) =>
  db.selectFrom('users').select(['id as userId', 'password_hash as passwordHash']).where('user_name', '=', userName),
);

export const findCredentials = async (tx: Tx, userName: string): Promise<Credentials | null> =>
  (await credentialsByName(tx, { userName })).rows[0] ?? null;

export const findCredentialsById = async (tx: Tx, userId: number): Promise<(Credentials & LockState) | null> =>
  (await tx
    .selectFrom('users')
    .select(['id as userId', 'password_hash as passwordHash', 'failed_count as failedCount'])
    .select('locked_until as lockedUntil')
    .where('id', '=', userId)
    .executeTakeFirst()) ?? null;

const lockedById = prepared((db, { userId }: { readonly userId: number }) =>
  accounts(db)
    .select(['u.failed_count as failedCount', 'u.locked_until as lockedUntil'])
    .select(['u.id as userId', 'u.password_hash as passwordHash'])
    .where('u.id', '=', userId)
    .forUpdate('u'),
);

/** Holds the user until the end of the transaction, so that tries at the same time count one after the other. */
export const lockUser = async (tx: Tx, userId: number): Promise<(Account & LockState & Credentials) | null> =>
  (await lockedById(tx, { userId })).rows[0] ?? null;

/** False when there is no such user. */
export const saveLock = async (tx: Tx, userId: number, { failedCount, lockedUntil }: LockState): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ failed_count: failedCount, locked_until: lockedUntil })
    .where('id', '=', userId)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

export type NewUser = Pick<Account, 'userName' | 'familyName' | 'givenName' | 'email'> & {
  readonly orgId: number;
  readonly phone: string;
  readonly createdAt: Date;
};

/** The new user's id; null when the name is taken. */
export const insertUser = async (tx: Tx, user: NewUser): Promise<number | null> => {
  const row = await tx
    .insertInto('users')
    .values({
      org_id: user.orgId,
      user_name: user.userName,
      family_name: user.familyName,
      given_name: user.givenName,
      email: user.email,
      phone: user.phone,
      created_at: user.createdAt,
    })
    .onConflict((on) => on.column('user_name').doNothing())
    .returning('id')
    .executeTakeFirst();
  return row?.id ?? null;
};

/** Question and answer come with it, or stay as they are. */
export type NewPassword = {
  readonly passwordHash: string;
  readonly security?: { readonly question: string; readonly answerHash: string };
};

/** A new password ends a lock too: whoever set it has proved to be the user. The former one is remembered. */
export const savePassword = async (tx: Tx, userId: number, password: NewPassword, at: Date): Promise<void> => {
  await sql`insert into password_history (user_id, hash, replaced_at)
    select id, password_hash, ${at} from users where id = ${userId} and password_hash is not null`.execute(tx);
  const { security } = password;
  await tx
    .updateTable('users')
    .set({ password_hash: password.passwordHash, password_changed_at: at, failed_count: 0, locked_until: null })
    .$if(security !== undefined, (query) =>
      query.set({ security_question: security?.question, security_answer_hash: security?.answerHash }),
    )
    .where('id', '=', userId)
    .execute();
};

/** The hash in force, then those of the passwords before it, newest first: none of them may come again. */
export const loadFormerHashes = async (tx: Tx, userId: number, formerOnes: number): Promise<string[]> => {
  const current = await tx.selectFrom('users').select('password_hash').where('id', '=', userId).executeTakeFirst();
  const former = await tx
    .selectFrom('password_history')
    .select('hash')
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .limit(formerOnes)
    .execute();
  return [current?.password_hash ?? [], former.map(({ hash }) => hash)].flat();
};

export const savePhonePageDone = async (tx: Tx, userId: number, at: Date): Promise<void> => {
  await tx.updateTable('users').set({ phone_page_done_at: at }).where('id', '=', userId).execute();
};

export const saveConsent = async (tx: Tx, userId: number, version: string, at: Date): Promise<void> => {
  await tx.updateTable('users').set({ consent_version: version, consent_at: at }).where('id', '=', userId).execute();
};

export const saveFirstLogin = async (tx: Tx, userId: number, at: Date): Promise<void> => {
  await tx.updateTable('users').set({ first_login_at: at }).where('id', '=', userId).execute();
};

export const savePhone = async (tx: Tx, userId: number, phone: string): Promise<void> => {
  await tx.updateTable('users').set({ phone }).where('id', '=', userId).execute();
};

export const saveEmail = async (tx: Tx, userId: number, email: string): Promise<void> => {
  await tx.updateTable('users').set({ email, version: sql`version + 1` }).where('id', '=', userId).execute();
};

/** An active organisation and how many users it has, held until the end of the transaction so that a limit holds. */
export const holdOrganisation = async (
  tx: Tx,
  orgId: number,
): Promise<{ readonly kind: OrgKind; readonly users: number } | null> => {
  const org = await tx
    .selectFrom('organisations')
    .select('kind')
    .where('id', '=', orgId)
    .where('active', '=', true)
    .forUpdate()
    .executeTakeFirst();
  if (!org) return null;
  const { users } = await tx
    .selectFrom('users')
    .select(sql<number>`count(*)::int`.as('users'))
    .where('org_id', '=', orgId)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow();
  return { kind: org.kind, users };
};

/** Shuts a user out; false when that was done before. */
export const disableUser = async (tx: Tx, userId: number, at: Date): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set({ disabled_at: at, version: sql`version + 1` })
    .where('id', '=', userId)
    .where('disabled_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** How the service desk is reached: the desk's own organisation tells it. */
export type DeskContact = { readonly name: string; readonly phone: string; readonly email: string };

export const loadDeskContact = async (tx: Tx): Promise<DeskContact | null> =>
  (await tx
    .selectFrom('organisations')
    .select(['name', 'phone', 'email'])
    .where('kind', '=', 'desk')
    .where('active', '=', true)
    .orderBy('id')
    .executeTakeFirst()) ?? null;
