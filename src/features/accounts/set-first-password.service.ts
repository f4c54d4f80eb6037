import { invalid, Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import type { Outcome, Wire } from '../../platform/http/index.ts';
import { advanceSession } from './advance-session.service.ts';
import { passwordFault } from './password-rules.ts';
import { holdSession } from './sessions.store.ts';
import { loadAccount, type NewPassword, savePassword } from './users.store.ts';

type Input = { readonly password: string; readonly hashed: NewPassword; readonly wire: Wire };

/** 「パスワードを変更」 at the first login (M1.2-4, M1.2-5). */
export const setFirstPassword = async (ctx: PublicCtx, { password, hashed, wire }: Input): Promise<Outcome> => {
  const session = await holdSession(ctx.tx, wire.cookies.sid, 'password', ctx.now);
  const account = session && (await loadAccount(ctx.tx, session.userId));
  if (!session || !account) throw new Problem('signedOut');
  const fault = passwordFault(password, account.userName);
  if (fault) throw invalid({ password: fault });
  ctx.note(`user:${account.id}`);
  await savePassword(ctx.tx, account.id, hashed, ctx.now);
  return advanceSession(ctx, { ...session, wire });
};
