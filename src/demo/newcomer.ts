import { sql } from 'kysely';
import { demoNewcomer, sendInvitation } from '../features/accounts/index.ts';
import type { SystemCtx } from '../platform/context.ts';

/** Mails the newcomer's invitation as the demo begins (M1.2-1); its URL holds a secret, so it is no part of the rows. */
export const inviteNewcomer = async (ctx: Pick<SystemCtx, 'tx' | 'now' | 'publicUrl'>): Promise<void> => {
  const { rows } = await sql<{ id: number }>`select id from users where user_name = ${demoNewcomer}`.execute(ctx.tx);
  if (rows[0]) await sendInvitation(ctx, { userId: rows[0].id });
};
