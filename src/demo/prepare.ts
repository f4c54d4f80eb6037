import { ConfigFault } from '../config.ts';
import { demoAccounts } from '../features/accounts/index.ts';
import type { Db } from '../platform/db/index.ts';
import { asDemo, type DemoTime } from './clock.ts';
import { inviteNewcomer } from './newcomer.ts';
import { DEMO_START } from './time.ts';
import { buildDemoWorld, isDemo, isEmpty } from './world.ts';

export type Demo = DemoTime & { readonly greeting: (url: string) => string };

/** Makes the demo world on an empty database, takes up one that is there, refuses any other (real data are safe). */
export const prepareDemo = async (db: Db, say: (line: string) => void, publicUrl?: string): Promise<Demo> => {
  if (!(await isDemo(db))) {
    if (!(await isEmpty(db))) {
      throw new ConfigFault(
        'このデータベースにはデモ以外のデータがあるため、DEMO=1 では起動しません。\nThis database holds data that are not the demo: not starting with DEMO=1.',
      );
    }
    say('デモの国（47都道府県・1,741市町村）を準備しています…');
    await buildDemoWorld(db, say);
    if (publicUrl) await db.transaction({ role: 'all' }, (tx) => inviteNewcomer({ tx, now: DEMO_START, publicUrl }));
  }
  return { ...(await asDemo(db)), greeting };
};

const greeting = (url: string): string =>
  [
    '',
    `  V-SYS デモ: ${url}`,
    '',
    '  アカウント（パスワードはすべて Demo-2021、確認コードは /demo/mailbox に届きます）',
    ...demoAccounts.map(({ userName, role }) => `    ${userName.padEnd(22)} ${role}`),
    '',
  ].join('\n');
