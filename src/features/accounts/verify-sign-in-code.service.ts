import { Problem } from '../../kernel/problem.ts';
import type { PublicCtx } from '../../platform/context.ts';
import { type CookieChange, type Outcome, refused, type Wire } from '../../platform/http/index.ts';
import { advanceSession } from './advance-session.service.ts';
import { checkCode } from './check-code.service.ts';
import { codePurposeOf } from './codes.ts';
import { issueCode } from './issue-code.service.ts';
import { wrongCode } from './refusals.ts';
import { rememberBrowser } from './remembered-browsers.store.ts';
import { mayRemember, rememberSeconds } from './remembered-browsers.ts';
import { makeSecret } from './secrets.ts';
import { holdSession } from './sessions.store.ts';
import { type Account, loadAccount } from './users.store.ts';

type Input = { readonly code: string; readonly wire: Wire };

/** 「メール確認コード入力」 → 「検証」 (M1.3-3, M1.3-6); the browser is remembered where it may be (M1.3-4). */
export const verifySignInCode = async (ctx: PublicCtx, { code, wire }: Input): Promise<Outcome> => {
  const session = await holdSession(ctx.tx, wire.cookies.sid, 'code', ctx.now);
  const account = session && (await loadAccount(ctx.tx, session.userId));
  if (!session || !account?.usable) throw new Problem('signedOut');
  ctx.note(`user:${account.id}`);
  const { mailChangeId } = session;
  const purpose = codePurposeOf({ stage: 'code', mailChangeId });
  if (!(await checkCode(ctx, { userId: account.id, purpose, typed: code }))) return refused(wrongCode());
  if (mailChangeId !== null) await issueCode(ctx, { account, purpose: 'mail-confirm', wait: false });
  const cookies = mailChangeId === null && mayRemember(account) ? await remember(ctx, account, wire) : [];
  return advanceSession(ctx, { ...session, wire, cookies });
};

const remember = async ({ tx, now }: PublicCtx, account: Account, wire: Wire): Promise<CookieChange[]> => {
  const token = makeSecret();
  const { device, address, cookies } = wire;
  await rememberBrowser(tx, { userId: account.id, token, former: cookies.device, device, address, at: now });
  return [{ name: 'device', value: token, maxAgeSeconds: rememberSeconds }];
};
