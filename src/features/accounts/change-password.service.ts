import { Problem } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { done, type Outcome, type PrepareTools, refused, type Wire } from '../../platform/http/index.ts';
import { countOwnTry, type OwnTry, tryOwnPassword } from './check-own-password.service.ts';
import { hashNewPassword } from './hash-new-password.service.ts';
import { hashAnswer } from './hasher.ts';
import { formerPasswords } from './password-rules.ts';
import { wrongOwnPassword } from './refusals.ts';
import { endOtherSessions } from './sessions.store.ts';
import { loadFormerHashes, type NewPassword, savePassword } from './users.store.ts';

type Typed = {
  readonly current: string;
  readonly password: string;
  readonly passwordAgain: string;
  readonly question: string;
  readonly answer: string;
};
export type CheckedPassword = {
  readonly own: OwnTry;
  /** What is kept, or what is wrong with it; null after a wrong current password. */
  readonly made: NewPassword | Problem | null;
};

/** Checks 「私のパスワード変更」 and hashes what is kept, before the transaction (MH-1). */
export const checkOwnPassword = async (
  tools: Pick<PrepareTools, 'actor' | 'read' | 'now'>,
  typed: Typed,
): Promise<CheckedPassword> => {
  const own = await tryOwnPassword(tools, typed.current);
  return { own, made: own.right ? await hashTyped(tools, typed) : null };
};

/** A fault is told only once the try is counted: it would say that the current password was right. */
const hashTyped = async (
  { actor, read }: Pick<PrepareTools, 'actor' | 'read'>,
  typed: Typed,
): Promise<NewPassword | Problem> => {
  const former = await read(({ tx }) => loadFormerHashes(tx, actor?.userId ?? 0, formerPasswords));
  try {
    const passwordHash = await hashNewPassword({ ...typed, userName: actor?.userName ?? '', former });
    return { passwordHash, security: { question: typed.question, answerHash: await hashAnswer(typed.answer) } };
  } catch (thrown) {
    if (thrown instanceof Problem) return thrown;
    throw thrown;
  }
};

type Input = { readonly checked: CheckedPassword; readonly wire: Wire };

/** 「私のパスワード変更」 → 「保存」 (MH-1); other sessions of the user end. */
export const changePassword = async (ctx: Ctx, { checked, wire }: Input): Promise<Outcome> => {
  const { tx, now, actor } = ctx;
  const { own, made } = checked;
  const wrong = await countOwnTry(ctx, own, 'current');
  if (wrong) return refused(wrong);
  if (made === null || made instanceof Problem) throw made ?? wrongOwnPassword('current');
  await savePassword(tx, actor.userId, made, now);
  await endOtherSessions(tx, actor.userId, wire.cookies.sid, now);
  return done('/settings?changed=password');
};
