import { setTimeout as sleep } from 'node:timers/promises';
import type { PrepareTools } from '../../platform/http/index.ts';
import { type Pace, paceOf } from './account-limits.ts';
import { countFailures } from './failures.store.ts';
import { verifyPassword } from './hasher.ts';
import { isRemembered } from './remembered-browsers.store.ts';
import { type Credentials, findCredentials } from './users.store.ts';

/** What became of user name and password before the transaction; `credentials` is null for an unknown user name. */
export type LoginVerdict = {
  readonly credentials: Credentials | null;
  readonly matches: boolean;
  /** The browser has passed a code of this user before. */
  readonly remembered: boolean;
  readonly pace: Pace;
};

type Typed = { readonly userName: string; readonly password: string };

/**
 * Checks a password outside the transaction. An address with many failures waits before it is checked and at last is not
 * checked at all; a browser that the user has passed a code in never waits.
 */
export const checkLogin = async (
  { read, wire, now }: Pick<PrepareTools, 'read' | 'wire' | 'now'>,
  { userName, password }: Typed,
): Promise<LoginVerdict> => {
  const { credentials, remembered, failures } = await read(async ({ tx }) => {
    const [credentials, failures] = await Promise.all([
      findCredentials(tx, userName),
      countFailures(tx, wire.address, now),
    ]);
    const remembered = await isRemembered(tx, credentials?.userId ?? 0, wire.cookies.device, now);
    return { credentials, remembered, failures };
  });
  const pace = paceOf(remembered ? 0 : failures);
  if (pace.refuse) return { credentials, matches: false, remembered, pace };
  if (pace.waitMs > 0) await sleep(pace.waitMs);
  return {
    credentials,
    matches: await verifyPassword(credentials?.passwordHash ?? null, password),
    remembered,
    pace,
  };
};
