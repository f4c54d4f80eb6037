import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { type CookieChange, done, type Outcome, type Wire } from '../../platform/http/index.ts';
import { hasKeptForms } from './kept-forms.store.ts';
import { landingOf, type NextStep, nextStep, stepPaths } from './landing.ts';
import { makeSecret } from './secrets.ts';
import { endSession, insertSession } from './sessions.store.ts';
import { loadAccount, saveFirstLogin } from './users.store.ts';

type Input = {
  readonly userId: number;
  readonly returnTo: string | null;
  readonly wire: Wire;
  /** A change of the mail address that this login is to complete. */
  readonly mailChangeId?: number | null;
  readonly cookies?: readonly CookieChange[];
};

/**
 * The next step of a user who has proved to be one: whatever is still missing, else in. The session gets a new id, so
 * that one that was known before the step is worth nothing after it.
 */
export const advanceSession = async (
  { tx, now }: PublicCtx,
  { userId, returnTo, wire, mailChangeId = null, cookies = [] }: Input,
): Promise<Outcome> => {
  const account = await loadAccount(tx, userId);
  if (!account?.usable) throw new Problem('signedOut');
  const stage: NextStep = mailChangeId === null ? nextStep(account, now) : 'mail';
  const firstLogin = account.firstLoginAt === null;
  if (stage === 'full' && firstLogin) await saveFirstLogin(tx, userId, now);
  await endSession(tx, wire.cookies.sid, now);
  const sid = makeSecret();
  const { device, address } = wire;
  await insertSession(tx, { sid, userId, stage, at: now, returnTo, device, address, mailChangeId });
  const keptForms = stage === 'full' && (await hasKeptForms(tx, userId));
  const location = stage === 'full' ? landingOf({ ...account, firstLogin, returnTo, keptForms }) : stepPaths[stage];
  return done(location, [{ name: 'sid', value: sid }, ...cookies]);
};
