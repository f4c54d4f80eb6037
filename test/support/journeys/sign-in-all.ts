import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The demo accounts that journeys act as; newcomer has never logged in. */
const accounts = [
  'basic',
  'satellite',
  'municipality',
  'prefecture',
  'ministry',
  'manufacturer',
  'wholesaler',
  'vendor',
  'desk',
];

export const sessionsFile = 'sessions.json';

const post = (url: string, path: string, fields: Record<string, string>, sid?: string): Promise<Response> =>
  fetch(url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { 'content-type': 'application/x-www-form-urlencoded', ...(sid && { cookie: `sid=${sid}` }) },
    body: new URLSearchParams(fields),
  });

const sidOf = (answer: Response): string => {
  const sid = answer.headers.getSetCookie().flatMap((cookie) => /^sid=([\w-]+)/.exec(cookie)?.[1] ?? [])[0];
  if (!sid) throw new Error(`no session: ${answer.status}`);
  return sid;
};

const signIn = async (url: string, account: string): Promise<string> => {
  const first = sidOf(await post(url, '/login', { userName: `${account}@v.sys`, password: 'Demo-2021' }));
  const mails = (await (await fetch(`${url}/demo/mailbox.json?to=${account}@example.jp`)).json()) as { text: string }[];
  const code = /\b\d{6}\b/.exec(mails[0]?.text ?? '')?.[0] ?? '';
  return sidOf(await post(url, '/login/code', { code }, first));
};

/** Logs everybody in by hand once, as chapter 1.3 says; each journey's copy of the world holds these sessions. */
export const signInAll = async (url: string, dir: string): Promise<void> => {
  const sessions: Record<string, string> = {};
  for (const account of accounts) sessions[account] = await signIn(url, account);
  writeFileSync(join(dir, sessionsFile), JSON.stringify(sessions));
};
