import type { Tx } from '../platform/db/index.ts';

export type FirstKind = 'ministry' | 'desk';

/** The organisation that every installation has of these kinds. */
export const findFirstOrganisation = async (
  tx: Tx,
  kind: FirstKind,
): Promise<{ readonly id: number; readonly name: string }> =>
  tx
    .selectFrom('organisations')
    .select(['id', 'name'])
    .where('kind', '=', kind)
    .where('active', '=', true)
    .orderBy('id')
    .executeTakeFirstOrThrow();

/** Is there a user with this address who is not shut out? */
export const findUserOf = async (tx: Tx, orgId: number, email: string): Promise<boolean> =>
  (await tx
    .selectFrom('users')
    .select('id')
    .where('org_id', '=', orgId)
    .where(({ fn }) => fn<string>('lower', ['email']), '=', email.toLowerCase())
    .where('disabled_at', 'is', null)
    .executeTakeFirst()) !== undefined;

/** The URL in the invitation that was just queued for a user. */
export const loadInvitationUrl = async (tx: Tx, userId: number): Promise<string> => {
  const mail = await tx
    .selectFrom('mails')
    .select('body')
    .where('user_id', '=', userId)
    .orderBy('id', 'desc')
    .executeTakeFirstOrThrow();
  return /https?:\/\/\S+/.exec(mail.body ?? '')?.[0] ?? '';
};

/** Users of 国 and of the desk who may log in. */
export const countFirstUsers = async (tx: Tx): Promise<Readonly<Record<FirstKind, number>>> => {
  const rows = await tx
    .selectFrom('users as u')
    .innerJoin('organisations as o', 'o.id', 'u.org_id')
    .select('o.kind')
    .where('o.kind', 'in', ['ministry', 'desk'])
    .where('u.disabled_at', 'is', null)
    .execute();
  const count = (kind: FirstKind): number => rows.filter((row) => row.kind === kind).length;
  return { ministry: count('ministry'), desk: count('desk') };
};
