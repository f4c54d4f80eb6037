import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { Db } from '../platform/db/index.ts';
import { markBounced, readBounce } from '../platform/mail/index.ts';
import type { Say } from './run.ts';

/** The largest message that is read; a notice of non-delivery is a few kilobytes. */
const maxBytes = 10 * 1024 * 1024;

const readStdin = async (): Promise<Buffer> => {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of process.stdin) {
    size += (part as Buffer).length;
    if (size > maxBytes) throw new Error('標準入力が大きすぎます（10MBまで）。');
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts);
};

/** Files of a folder, or of the `new` and `cur` of a Maildir. */
const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { withFileTypes: true });
  const isMaildir = entries.some((entry) => entry.isDirectory() && entry.name === 'new');
  if (isMaildir) return [...(await filesIn(join(folder, 'new'))), ...(await filesIn(join(folder, 'cur')))];
  return entries.filter((entry) => entry.isFile()).map(({ name }) => join(folder, name));
};

async function* messages(source: string): AsyncGenerator<{ readonly name: string; readonly raw: Buffer }> {
  if (source === '-') return yield { name: '標準入力', raw: await readStdin() };
  const files = (await stat(source)).isDirectory() ? (await filesIn(source)).sort() : [source];
  for (const name of files) {
    if ((await stat(name)).size <= maxBytes) yield { name, raw: await readFile(name) };
  }
}

/**
 * S37: reads notices of non-delivery (RFC 3464) from standard input (`-`), a file, a folder or a Maildir, and marks the mails
 * as not delivered, so that the desk and the user's organisation see it. Reading a notice twice changes nothing.
 */
export const bouncesHouse = async (db: Db, { publicUrl }: Config, source: string, say: Say): Promise<boolean> => {
  const domain = new URL(publicUrl).hostname;
  let [read, marked, unread] = [0, 0, 0];
  for await (const { name, raw } of messages(source)) {
    read += 1;
    const message = await readBounce(raw, domain).catch(() => ({ kind: 'no-report' }) as const);
    if (message.kind === 'no-report' || message.kind === 'not-ours') {
      unread += 1;
      say(
        `${name}: ${message.kind === 'no-report' ? '不達の通知ではありません。' : 'V-SYSのどのメールについての通知か分かりません。'}`,
      );
    }
    if (message.kind !== 'bounces') continue;
    for (const { mailId, to, reason } of message.bounces) {
      const error = `不達の通知：${reason}`;
      if (await db.transaction({ role: 'all' }, (tx) => markBounced(tx, mailId, to, error))) marked += 1;
    }
  }
  say(`${read}通を読み、${marked}通を「届きませんでした」にしました（読み取れなかったもの ${unread}通）。`);
  return true;
};
