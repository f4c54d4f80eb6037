import type { PublicCtx } from '../../platform/context.ts';
import { makeChallenge } from './keyring.ts';
import { localPath } from './local-path.ts';
import type { LoginPage } from './login.page.tsx';
import { findMailChange } from './mail-changes.store.ts';

type Query = { readonly to: string; readonly expired: boolean; readonly mail: string };

/** What 「ログイン」 shows; with the token of a mail, what that mail completes (MH-3). */
export const loadLogin = async ({ tx, now }: PublicCtx, { to, expired, mail }: Query): Promise<LoginPage> => ({
  to: localPath(to) ?? '',
  expired,
  change: mail === '' ? null : ((await findMailChange(tx, mail, now)) ?? 'gone'),
  mailToken: mail,
  challenge: Buffer.from(makeChallenge('login', now)).toString('base64url'),
});
