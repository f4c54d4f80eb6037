import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import type { Outcome, Wire } from '../../platform/http/index.ts';
import { advanceSession } from './advance-session.service.ts';
import { endOtherSessions, holdSession } from './sessions.store.ts';
import { loadAccount, type NewPassword, savePassword } from './users.store.ts';

type Stage = 'password' | 'expired' | 'forgotten';
type Input = { readonly stage: Stage; readonly hashed: NewPassword; readonly wire: Wire };

/**
 * 「パスワードを変更」 at the first login (M1.2-4, M1.2-5), after three months (M1.2-9) and after a forgotten password (MH-2).
 * Other sessions of the user end: whoever knew only the former password is out.
 */
export const setPassword = async (ctx: PublicCtx, { stage, hashed, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const session = await holdSession(tx, wire.cookies.sid, stage, now);
  const account = session && (await loadAccount(tx, session.userId));
  if (!session || !account) throw new Problem('signedOut');
  ctx.note(`user:${account.id}`);
  await savePassword(tx, account.id, hashed, now);
  await endOtherSessions(tx, account.id, wire.cookies.sid, now);
  return advanceSession(ctx, { userId: account.id, returnTo: session.returnTo, wire });
};
