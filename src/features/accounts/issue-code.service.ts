import { Problem } from '../../kernel/problem.ts';
import type { SystemCtx } from '../../platform/context.ts';
import { queueMail } from '../../platform/mail/index.ts';
import { insertCode, loadCodeHistory } from './codes.store.ts';
import { type CodePurpose, codeExpiry, nextCode, resendSeconds } from './codes.ts';
import { makeCode } from './secrets.ts';
import { signInCodeMail } from './sign-in-code.mail.ts';
import type { Account } from './users.store.ts';

type Doing = Pick<SystemCtx, 'tx' | 'now'>;
type Input = {
  readonly account: Pick<Account, 'id' | 'email'>;
  readonly purpose: CodePurpose;
  /** False where the user has just done something else for it, e.g. entered the password. */
  readonly wait: boolean;
};

/** Mails a new code, which makes the former one old. */
export const issueCode = async ({ tx, now }: Doing, { account, purpose, wait }: Input): Promise<void> => {
  const next = nextCode(await loadCodeHistory(tx, account.id, purpose, now), now);
  if (next === 'limit')
    throw new Problem(
      'tooMany',
      '確認コードを続けて何度も送信しています。1時間ほど待ってから、もう一度お試しください。',
    );
  if (wait && next === 'wait')
    throw new Problem(
      'tooMany',
      `確認コードを送信したばかりです。メールが届いていないか確認し、届かないときは${resendSeconds}秒ほど待ってからもう一度押してください。`,
    );
  const code = makeCode();
  const codeId = await insertCode(tx, { userId: account.id, purpose, code, at: now });
  await queueMail(tx, {
    dedupeKey: `code:${codeId}`,
    to: account.email,
    fromName: 'V-SYS',
    ...signInCodeMail({ code, purpose, expiresAt: codeExpiry(now) }),
    secret: true,
    userId: account.id,
    at: now,
  });
};
