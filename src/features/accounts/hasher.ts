import { availableParallelism } from 'node:os';
import { hash, verify } from '@node-rs/argon2';
import { Problem } from '../../kernel/problem.ts';
import { boundedQueue } from './bounded-queue.ts';
import { foldPassword } from './password-rules.ts';
import { foldAnswer } from './security-questions.ts';

/** Argon2id (the library's default) with the figures that OWASP recommends. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password that nobody has, hashed with the same cost: an unknown user takes as long as a known one. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$h+BWFpNs9U38/jgykhPI6g$4TD1STHazXSV45d3XJzsse5glLS1UOuXOEKTo6Tlngc';

const busy = (): Problem =>
  new Problem('unavailable', 'ただいま混み合っています。少し待ってから、もう一度お試しください。');
/** One core stays free for the pages. */
const inTurn = boundedQueue(Math.max(1, availableParallelism() - 1), 64, busy);

/** Slow on purpose: only before a transaction (`prepare`), never inside one. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(foldPassword(password), cost));

/** A hash that is none is nobody's; it is not a reason to break down. */
const matchesHash = (kept: string | null, folded: string): Promise<boolean> =>
  inTurn(() => verify(kept ?? nobodys, folded).catch(() => false));

/** True when it is the password of that hash. Without a hash it takes the same time and is false. */
export const verifyPassword = async (kept: string | null, password: string): Promise<boolean> => {
  const matches = await matchesHash(kept, foldPassword(password));
  return matches && kept !== null;
};

/** 「回答」 to the 「セキュリティの質問」, kept like a password. */
export const hashAnswer = (answer: string): Promise<string> => inTurn(() => hash(foldAnswer(answer), cost));

/** True when it is the answer of that hash; without a hash false, after the same time. */
export const verifyAnswer = async (kept: string | null, answer: string): Promise<boolean> => {
  const matches = await matchesHash(kept, foldAnswer(answer));
  return matches && kept !== null;
};
