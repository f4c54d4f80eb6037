import type { SystemCtx } from '../../platform/context.ts';
import { holdNewestCode, markCodeUsed, spendTry } from './codes.store.ts';
import { type CodePurpose, isLive } from './codes.ts';
import { isCodeOf } from './secrets.ts';

type Doing = Pick<SystemCtx, 'tx' | 'now'>;
type Input = { readonly userId: number; readonly purpose: CodePurpose; readonly typed: string };

/** Uses a code up. False when it is wrong, old or used, with one try less. */
export const checkCode = async ({ tx, now }: Doing, { userId, purpose, typed }: Input): Promise<boolean> => {
  const code = await holdNewestCode(tx, userId, purpose);
  if (!code || !isLive(code, now)) return false;
  if (isCodeOf(code.hash, typed)) {
    await markCodeUsed(tx, code.id, now);
    return true;
  }
  await spendTry(tx, code.id);
  return false;
};
