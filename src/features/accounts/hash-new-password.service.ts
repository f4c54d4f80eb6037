import { invalid } from '../../kernel/problem.ts';
import { isCommonPassword } from './common-passwords.store.ts';
import { hashPassword, verifyPassword } from './hasher.ts';
import { foldPassword, formerPasswords, passwordFault } from './password-rules.ts';

type Input = {
  readonly password: string;
  readonly passwordAgain: string;
  readonly userName: string;
  /** Hashes of the current password and of those before it. */
  readonly former: readonly string[];
};

/** Checks a new password by all rules and hashes it: before the transaction. Faults come back at their fields. */
export const hashNewPassword = async ({ password, passwordAgain, userName, former }: Input): Promise<string> => {
  if (foldPassword(password) !== foldPassword(passwordAgain))
    throw invalid({ passwordAgain: '「新しいパスワード」と一致していません。同じものを入力してください。' });
  const fault = passwordFault(password, { userName, common: isCommonPassword(password) });
  if (fault) throw invalid({ password: fault });
  const used = await Promise.all(former.map((hash) => verifyPassword(hash, password)));
  if (used.includes(true))
    throw invalid({
      password: `いまのパスワードと、過去${formerPasswords}回前までに使用したパスワードは使用できません。別のパスワードを入力してください。`,
    });
  return hashPassword(password);
};
