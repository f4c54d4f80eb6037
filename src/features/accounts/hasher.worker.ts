/** Runs in a thread of its own: what is slow on purpose. */
import { hashSync, type Options, verifySync } from '@node-rs/argon2';

export type HashOrder = { readonly secret: string; readonly cost: Options };
export type MatchOrder = { readonly secret: string; readonly kept: string };

export const hash = ({ secret, cost }: HashOrder): string => hashSync(secret, cost);

/** A hash that is none is nobody's; it is not a reason to break down. */
export const matches = ({ secret, kept }: MatchOrder): boolean => {
  try {
    return verifySync(kept, secret);
  } catch {
    return false;
  }
};
