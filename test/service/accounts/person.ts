import { sql } from 'kysely';
import { resetPasswordJob } from '../../../src/features/accounts/index.ts';
import type { Actor } from '../../../src/kernel/policy.ts';
import type { Db, Tx } from '../../../src/platform/db/index.ts';
import type { Door } from './door.tsx';

export type Answer = { readonly status: number; readonly location: string; readonly html: string };

/** One browser: keeps the session cookie, fills in forms, reads pages. */
export const person = ({ server }: Door) => {
  const cookies: Record<string, string> = {};
  const ask = async (method: 'GET' | 'POST', url: string, fields?: Record<string, string>): Promise<Answer> => {
    const reply = await server.inject({
      method,
      url,
      cookies,
      ...(fields && {
        payload: new URLSearchParams(fields).toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded' },
      }),
    });
    for (const { name, value } of reply.cookies) cookies[name] = value;
    return { status: reply.statusCode, location: String(reply.headers.location ?? ''), html: reply.body };
  };
  return {
    open: (url: string) => ask('GET', url),
    send: (url: string, fields: Record<string, string> = {}) => ask('POST', url, fields),
    sid: () => cookies.sid ?? '',
    /** The cookie of a remembered browser. */
    device: () => cookies.device ?? '',
    takeDevice: (other: string) => {
      cookies.device = other;
    },
    take: (other: string) => {
      cookies.sid = other;
    },
    whoAmI: async (): Promise<Actor | null> => JSON.parse((await ask('GET', '/who-am-i')).html).actor,
  };
};

export const asSystem = <T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> => db.transaction({ role: 'all' }, work);

/** The mails to one address, newest first. */
export const mailsTo = (db: Db, to: string): Promise<{ subject: string; body: string; secret: boolean }[]> =>
  asSystem(db, async (tx) => {
    const { rows } = await sql<{ subject: string; body: string; secret: boolean }>`
      select subject, body, secret from mails where to_address = ${to} order by id desc`.execute(tx);
    return rows;
  });

/** The code in the newest mail to an address. */
export const codeTo = async (db: Db, to: string): Promise<string> => {
  const [mail] = await mailsTo(db, to);
  return /確認コード：(\d{6})/.exec(mail?.body ?? '')?.[1] ?? '';
};

/** Another code than this one. */
export const otherThan = (code: string): string => (code === '111111' ? '222222' : '111111');

/** What the worker does with the forgotten passwords that were asked for. */
export const workOffResets = async (db: Db): Promise<void> => {
  const { rows } = await asSystem(db, (tx) =>
    sql<{ id: number }>`select id from password_requests order by id`.execute(tx),
  );
  for (const { id } of rows) await resetPasswordJob(db, 'http://127.0.0.1:1')({ requestId: id }, { lastTry: false });
};
