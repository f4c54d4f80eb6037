import { parseArgs } from 'node:util';
import { type Config, ConfigFault, readConfig } from '../config.ts';
import { Problem } from '../kernel/problem.ts';
import { type Db, openDatabase } from '../platform/db/index.ts';
import { createLog } from '../platform/log/index.ts';
import { bouncesHouse } from './bounces.ts';
import { checkHouse } from './check.ts';
import { exportHouse } from './export.ts';
import { importHouse } from './import.ts';
import { type InviteOptions, inviteFirst } from './invite.ts';
import { migrateHouse } from './migrate.ts';
import { reconcileHouse } from './reconcile.ts';

export type Say = (line: string) => void;
type Env = Readonly<Record<string, string | undefined>>;

const usage = `使い方 / Usage:
  npm run admin -- invite --kind ministry|desk --name "姓 名" --email ADDRESS [--user-name NAME@v.sys]
      国またはサービスデスクの利用者を招待します。Invites a user of 国 or of the service desk.
  npm run admin -- migrate
      データベースを最新にします。Brings the database up to date.
  npm run admin -- check
      設定とデータベースを確認します。Checks the settings and the database.
  npm run admin -- reconcile
      在庫と合計を記録から計算し直し、違いがあれば表示します。Rebuilds balances and totals, and says what differs.
  npm run admin -- bounces FILE|FOLDER|-
      届かなかったメールの通知（不達通知）を読み込みます。Reads bounce messages (a file, a Maildir, or standard input).
  npm run admin -- export FILE
      すべてのデータをファイルに書き出します（控え）。Writes all data to a file (backup).
  npm run admin -- import FILE
      書き出したファイルを空のデータベースに読み込みます（復元）。Reads it into an empty database (restore).`;

const options = {
  kind: { type: 'string' },
  name: { type: 'string' },
  email: { type: 'string' },
  'user-name': { type: 'string' },
  help: { type: 'boolean' },
} as const;

/** What was typed is no command: the usage is shown. */
class UsageFault extends Error {}

type Command = (db: Db, config: Config, say: Say) => Promise<boolean>;

const commandOf = (argv: readonly string[]): Command | null => {
  const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true });
  if (values.help || positionals.length === 0) return null;
  const [name, ...rest] = positionals;
  const [file] = rest;
  if (name === 'export' || name === 'import' || name === 'bounces') {
    if (!file || rest.length > 1) throw new UsageFault('ファイルを1つ指定してください。');
    if (name === 'bounces') return (db, config, say) => bouncesHouse(db, config, file, say);
    return (db, _config, say) => (name === 'export' ? exportHouse : importHouse)(db, file, say);
  }
  if (rest.length > 0)
    throw new UsageFault(`「${rest.join(' ')}」は指定できません。空白を含む値は " " で囲んでください。`);
  switch (name) {
    case 'invite':
      return (db, config, say) =>
        inviteFirst(db, config, { ...values, userName: values['user-name'] } as InviteOptions, say);
    case 'migrate':
      return (db, _config, say) => migrateHouse(db, say);
    case 'check':
      return checkHouse;
    case 'reconcile':
      return (db, _config, say) => reconcileHouse(db, say);
    default:
      throw new UsageFault(`「${name}」という操作はありません。`);
  }
};

const run = async (command: Command, env: Env, say: Say): Promise<boolean> => {
  const config = readConfig(env, false);
  const { databaseUrl, migrationUrl, dataDir } = config;
  const db = await openDatabase({
    log: createLog('error'),
    ...(databaseUrl ? { url: databaseUrl } : { dataDir }),
    ...(migrationUrl && { migrationUrl }),
  });
  try {
    return await command(db, config, say);
  } finally {
    await db.close();
  }
};

const explain = (thrown: unknown): string => {
  if (thrown instanceof Problem)
    return [...Object.values(thrown.errors), ...(Object.keys(thrown.errors).length ? [] : [thrown.message])].join('\n');
  return thrown instanceof Error ? thrown.message : String(thrown);
};

/** One command; gives the exit code: 0 done, 1 not done, 2 not understood. */
export const runAdmin = async (argv: readonly string[], env: Env, say: Say): Promise<number> => {
  let command: Command | null;
  try {
    command = commandOf(argv);
  } catch (thrown) {
    say(`${explain(thrown)}\n\n${usage}`);
    return 2;
  }
  if (!command) {
    say(usage);
    return argv.length === 0 ? 2 : 0;
  }
  try {
    return (await run(command, env, say)) ? 0 : 1;
  } catch (thrown) {
    const foreseen =
      thrown instanceof Problem || thrown instanceof ConfigFault || (thrown as { expected?: boolean }).expected;
    say(
      foreseen || !(thrown instanceof Error)
        ? explain(thrown)
        : `できませんでした。\n${thrown.stack ?? thrown.message}`,
    );
    return 1;
  }
};
