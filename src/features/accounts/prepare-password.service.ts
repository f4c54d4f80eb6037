import { Problem } from '../../kernel/problem.ts';
import type { PrepareTools } from '../../platform/http/index.ts';
import { hashNewPassword } from './hash-new-password.service.ts';
import { formerPasswords } from './password-rules.ts';
import { findSession } from './sessions.store.ts';
import { loadAccount, loadFormerHashes } from './users.store.ts';

type Stage = 'password' | 'expired' | 'forgotten';
type Typed = { readonly password: string; readonly passwordAgain: string };

/** The hash of a new password on the way in, by the rules of the user whose session is at this stage. */
export const preparePassword = async (
  { read, wire }: Pick<PrepareTools, 'read' | 'wire'>,
  stage: Stage,
  typed: Typed,
): Promise<string> => {
  const known = await read(async ({ tx, now }) => {
    const session = await findSession(tx, wire.cookies.sid, [stage], now);
    const account = session && (await loadAccount(tx, session.userId));
    return account && { ...account, former: await loadFormerHashes(tx, account.id, formerPasswords) };
  });
  if (!known) throw new Problem('signedOut');
  return hashNewPassword({ ...typed, userName: known.userName, former: known.former });
};
