import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { issueCode } from './issue-code.service.ts';
import { holdReset, spendAnswer } from './password-resets.store.ts';
import { answerTries } from './password-resets.ts';
import { makeSecret } from './secrets.ts';
import { endSession, insertSession } from './sessions.store.ts';
import { loadAccount } from './users.store.ts';

type Input = { readonly token: string; readonly right: boolean; readonly wire: Wire };

/** 「セキュリティの質問への回答」 → 「次へ」 (MH-2): the right answer mails a code, some wrong ones void the URL. */
export const answerQuestion = async (ctx: PublicCtx, { token, right, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  const reset = await holdReset(tx, token, now);
  const account = reset && (await loadAccount(tx, reset.userId));
  if (!reset || !account?.usable) return done(`/reset-password?token=${encodeURIComponent(token)}`);
  ctx.note(`user:${account.id}`);
  if (!right) {
    await spendAnswer(tx, reset.id);
    return refused(
      new Problem('invalid', '', {
        answer: `回答が正しくありません。${answerTries}回間違えると、このURLは使えなくなります。`,
      }),
    );
  }
  await endSession(tx, wire.cookies.sid, now);
  const sid = makeSecret();
  const { device, address } = wire;
  const session = { sid, userId: account.id, stage: 'answered', at: now, returnTo: null, mailChangeId: null } as const;
  await insertSession(tx, { ...session, device, address });
  await issueCode(ctx, { account, purpose: 'forgotten', wait: false });
  return done('/reset-password/code', [{ name: 'sid', value: sid }]);
};
