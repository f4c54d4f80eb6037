import { invalid } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome, type PrepareTools, type Wire } from '../../platform/http/index.ts';
import { hashNewPassword } from './hash-new-password.service.ts';
import { hashAnswer, verifyPassword } from './hasher.ts';
import { formerPasswords } from './password-rules.ts';
import { endOtherSessions } from './sessions.store.ts';
import { loadFormerHashes, lockUser, type NewPassword, savePassword } from './users.store.ts';

type Typed = {
  readonly current: string;
  readonly password: string;
  readonly passwordAgain: string;
  readonly question: string;
  readonly answer: string;
};
export type CheckedPassword = { readonly currentHash: string; readonly hashed: NewPassword };

/** Checks 「私のパスワード変更」 and hashes what is kept, before the transaction (MH-1). */
export const checkOwnPassword = async (
  { actor, read }: Pick<PrepareTools, 'actor' | 'read'>,
  typed: Typed,
): Promise<CheckedPassword> => {
  const former = await read(({ tx }) => loadFormerHashes(tx, actor?.userId ?? 0, formerPasswords));
  const currentHash = former[0] ?? '';
  if (!(await verifyPassword(former[0] ?? null, typed.current)))
    throw invalid({ current: '現在のパスワードが正しくありません。' });
  const passwordHash = await hashNewPassword({ ...typed, userName: actor?.userName ?? '', former });
  const answerHash = await hashAnswer(typed.answer);
  return { currentHash, hashed: { passwordHash, security: { question: typed.question, answerHash } } };
};

type Input = { readonly checked: CheckedPassword; readonly wire: Wire };

/** 「私のパスワード変更」 → 「保存」 (MH-1); other sessions of the user end. */
export const changePassword = async (ctx: Ctx, { checked, wire }: Input): Promise<Outcome> => {
  const { tx, now, actor } = ctx;
  const user = await lockUser(tx, actor.userId);
  if (user?.passwordHash !== checked.currentHash)
    throw invalid({ current: 'パスワードが先に変更されています。もう一度入力してください。' });
  ctx.note(`user:${actor.userId}`);
  await savePassword(tx, actor.userId, checked.hashed, now);
  await endOtherSessions(tx, actor.userId, wire.cookies.sid, now);
  return done('/settings?changed=password');
};
