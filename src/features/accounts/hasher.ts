import { hashThreads } from './hash-threads.ts';
import { foldPassword } from './password-rules.ts';
import { foldAnswer } from './security-questions.ts';

/** Argon2id (the library's default) with the figures that OWASP recommends. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** A password that nobody has, hashed with the same cost: an unknown user takes as long as a known one. */
const nobodys = '$argon2id$v=19$m=19456,t=2,p=1$h+BWFpNs9U38/jgykhPI6g$4TD1STHazXSV45d3XJzsse5glLS1UOuXOEKTo6Tlngc';

const threads = hashThreads(64);
const hash = (secret: string): Promise<string> => threads.hash({ secret, cost });
const matchesHash = (kept: string | null, secret: string): Promise<boolean> =>
  threads.matches({ secret, kept: kept ?? nobodys });

/** Slow on purpose: only before a transaction (`prepare`), never inside one. */
export const hashPassword = (password: string): Promise<string> => hash(foldPassword(password));

/** True when it is the password of that hash. Without a hash it takes the same time and is false. */
export const verifyPassword = async (kept: string | null, password: string): Promise<boolean> => {
  const matches = await matchesHash(kept, foldPassword(password));
  return matches && kept !== null;
};

/** 「回答」 to the 「セキュリティの質問」, kept like a password. */
export const hashAnswer = (answer: string): Promise<string> => hash(foldAnswer(answer));

/** True when it is the answer of that hash; without a hash false, after the same time. */
export const verifyAnswer = async (kept: string | null, answer: string): Promise<boolean> => {
  const matches = await matchesHash(kept, foldAnswer(answer));
  return matches && kept !== null;
};
