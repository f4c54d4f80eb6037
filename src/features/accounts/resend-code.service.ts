import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, type Wire } from '../../platform/http/index.ts';
import { codePurposeOf } from './codes.ts';
import { issueCode } from './issue-code.service.ts';
import { holdSession } from './sessions.store.ts';
import { loadAccount } from './users.store.ts';

type Input = {
  readonly stage: 'code' | 'mail' | 'answered';
  readonly back: string;
  readonly wire: Wire;
  readonly wait?: boolean;
};

/** 「確認コードを再送する」, and 「メールで確認コードを受け取る」 of who has something better: leads to `back`. */
export const resendCode = async (ctx: PublicCtx, { stage, back, wire, wait = true }: Input): Promise<Outcome> => {
  const session = await holdSession(ctx.tx, wire.cookies.sid, stage, ctx.now);
  const account = session && (await loadAccount(ctx.tx, session.userId));
  if (!session || !account?.usable) throw new Problem('signedOut');
  ctx.note(`user:${account.id}`);
  const purpose = codePurposeOf({ stage, mailChangeId: session.mailChangeId });
  await issueCode(ctx, { account, purpose, wait });
  return done(back);
};
