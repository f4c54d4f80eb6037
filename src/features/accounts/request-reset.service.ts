import type { PublicCtx } from '../../platform/context.ts';
import { done, type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { sendJob } from '../../platform/jobs/index.ts';
import { paceOf } from './account-limits.ts';
import { countFailures } from './failures.store.ts';
import { insertPasswordRequest } from './password-requests.store.ts';
import { tooManyFailures } from './refusals.ts';

type Input = { readonly userName: string; readonly wire: Wire };

/**
 * 「パスワードをお忘れですか？」 → 「次へ」 (MH-2). Nothing here looks whether there is such a user: the same statements run and
 * the same page follows, and how long it takes tells nothing. Who it is, and whether a mail goes out, is for the job.
 */
export const requestReset = async (ctx: PublicCtx, { userName, wire }: Input): Promise<Outcome> => {
  const { tx, now } = ctx;
  if (paceOf(await countFailures(tx, wire.address, now)).refuse) return refused(tooManyFailures());
  const requestId = await insertPasswordRequest(tx, { userName, address: wire.address, at: now });
  await sendJob(tx, 'reset-password', { requestId });
  return done('/forgotten-password/sent');
};
