import { writeAudit } from '../../platform/audit/audit.store.ts';
import type { Db } from '../../platform/db/index.ts';
import type { Handler } from '../../platform/jobs/index.ts';
import { queueMail } from '../../platform/mail/index.ts';
import { insertFailure } from './failures.store.ts';
import { takePasswordRequest } from './password-requests.store.ts';
import { countResets, findForgetful, insertReset } from './password-resets.store.ts';
import { resetExpiry, resetsPerHour } from './password-resets.ts';
import { resetPasswordMail } from './reset-password.mail.ts';
import { makeSecret } from './secrets.ts';

/** The worker of the queue `reset-password` (MH-2): mails the URL, or counts a name that nobody has for its address. */
export const resetPasswordJob =
  (db: Db, publicUrl: string): Handler<'reset-password'> =>
  ({ requestId }) =>
    db.transaction({ role: 'all' }, async (tx) => {
      const asked = await takePasswordRequest(tx, requestId);
      if (!asked) return;
      const { userName, address, at } = asked;
      const user = await findForgetful(tx, userName);
      if (!user) return insertFailure(tx, address, at);
      const mailed = (await countResets(tx, user.id, at)) < resetsPerHour;
      const subject = `user:${user.id}`;
      const line = { userId: null, orgId: null, action: 'password.forget', outcome: 'done' } as const;
      await writeAudit(tx, { ...line, at, subject, detail: { mailed }, address });
      if (!mailed) return;
      const token = makeSecret();
      const expiresAt = resetExpiry(at);
      const id = await insertReset(tx, { userId: user.id, token, at, expiresAt });
      await queueMail(tx, {
        dedupeKey: `password-reset:${id}`,
        to: user.email,
        fromName: 'V-SYS',
        ...resetPasswordMail({ ...user, userName, url: `${publicUrl}/reset-password?token=${token}`, expiresAt }),
        secret: true,
        userId: user.id,
        at,
      });
    });
