import type { Tx } from '../../platform/db/index.ts';
import type { OrganisationUser } from './organisation-users.ts';

const select = (tx: Tx) =>
  tx
    .selectFrom('users as u')
    .select(['u.id', 'u.org_id as orgId', 'u.user_name as userName', 'u.email', 'u.version'])
    .select(['u.family_name as familyName', 'u.given_name as givenName'])
    .select(['u.disabled_at as disabledAt', 'u.first_login_at as firstLoginAt', 'u.locked_until as lockedUntil'])
    .select(({ selectFrom }) =>
      selectFrom('invitations as i')
        .select(({ fn }) => fn.max('i.expires_at').as('until'))
        .whereRef('i.user_id', '=', 'u.id')
        .where('i.used_at', 'is', null)
        .as('invitedUntil'),
    );

/** The users of an organisation in the order in which they came. */
export const loadOrganisationUsers = async (tx: Tx, orgId: number): Promise<OrganisationUser[]> =>
  select(tx).where('u.org_id', '=', orgId).orderBy('u.id').execute();

export const loadOrganisationUser = async (tx: Tx, orgId: number, userId: number): Promise<OrganisationUser | null> =>
  (await select(tx).where('u.org_id', '=', orgId).where('u.id', '=', userId).executeTakeFirst()) ?? null;

/** Lets a user in again. False when somebody changed it since. */
export const letIn = async (tx: Tx, userId: number, version: number): Promise<boolean> => {
  const { numUpdatedRows } = await tx
    .updateTable('users')
    .set((eb) => ({ disabled_at: null, version: eb('version', '+', 1) }))
    .where('id', '=', userId)
    .where('version', '=', version)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
};

/** A user of the organisation with this mail address who is not shut out. */
export const findUserByEmail = async (tx: Tx, orgId: number, email: string): Promise<number | null> =>
  (
    await tx
      .selectFrom('users')
      .select('id')
      .where('org_id', '=', orgId)
      .where(({ fn }) => fn<string>('lower', ['email']), '=', email.toLowerCase())
      .where('disabled_at', 'is', null)
      .executeTakeFirst()
  )?.id ?? null;

/** Organisation id and mail address of every user of the kinds that the CSV may name. */
export const loadUserEmails = async (tx: Tx): Promise<{ readonly orgId: number; readonly email: string }[]> =>
  tx
    .selectFrom('users as u')
    .innerJoin('organisations as o', 'o.id', 'u.org_id')
    .select(['u.org_id as orgId', 'u.email'])
    .where('o.kind', '<>', 'venue')
    .where('u.disabled_at', 'is', null)
    .execute();
