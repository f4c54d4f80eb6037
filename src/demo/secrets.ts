import { hash } from '@node-rs/argon2';
import { demoPassword } from '../features/accounts/index.ts';
import type { Secrets } from './users.ts';

/** The cost of every other password, with a salt that never changes: the demo's rows are the same every time. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;
const hashed = (text: string, salt: string): Promise<string> => hash(text, { ...COST, salt: Buffer.from(salt) });

export const makeSecrets = async (): Promise<Secrets> => ({
  password: await hashed(demoPassword, 'v-sys demo salt1'),
  answer: await hashed('さくら', 'v-sys demo salt2'),
});
