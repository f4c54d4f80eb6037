import type { PrepareTools } from '../../platform/http/index.ts';
import { verifyAnswer } from './hasher.ts';
import { findReset } from './password-resets.store.ts';

type Typed = { readonly token: string; readonly answer: string };

/** Compares an answer with the one kept, before the transaction. */
export const checkAnswer = async ({ read }: Pick<PrepareTools, 'read'>, { token, answer }: Typed): Promise<boolean> => {
  const reset = await read(({ tx, now }) => findReset(tx, token, now));
  return verifyAnswer(reset?.answerHash ?? null, answer);
};
