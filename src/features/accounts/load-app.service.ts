import { notFound } from '../../kernel/problem.ts';
import type { Ctx } from '../../platform/context.ts';
import { recoveryCodesOf, totpUri } from './one-time-passwords.ts';
import { holdTotp } from './second-factors.store.ts';
import type { AppPage } from './security.page.tsx';

/** What 「認証アプリの設定」 shows until the first code was right; afterwards nobody sees it again. */
export const loadApp = async ({ tx, actor }: Ctx): Promise<AppPage> => {
  const totp = await holdTotp(tx, actor.userId);
  if (!totp || totp.confirmedAt) throw notFound();
  // Loaded when it is asked for: few set one up, and a start would have to read its files.
  const { default: qrcode } = await import('qrcode');
  const qr = await qrcode.toDataURL(totpUri(totp.secret, actor.userName), { margin: 2, width: 240 });
  return { qr, secret: totp.secret, codes: recoveryCodesOf(totp.secret) };
};
