import { migrationsDir } from '../app.ts';
import type { Config } from '../config.ts';
import { assertSafeLogin, type Db, missingMigrations } from '../platform/db/index.ts';
import { countFirstUsers } from './first-users.store.ts';
import type { Say } from './run.ts';

type Finding = { readonly ok: boolean; readonly text: string };

const tried = async (text: string, work: () => Promise<Finding>): Promise<Finding> => {
  try {
    return await work();
  } catch (thrown) {
    return { ok: false, text: `${text}: ${thrown instanceof Error ? thrown.message : String(thrown)}` };
  }
};

const checkDatabase = (db: Db): Promise<Finding> =>
  tried('データベース', async () => {
    await db.ping();
    return { ok: true, text: `データベース: ${db.kind === 'embedded' ? '内蔵' : 'PostgreSQL'}につながりました。` };
  });

const checkLogin = (db: Db): Promise<Finding> =>
  tried('データベースの権限', async () => {
    await assertSafeLogin(db);
    return { ok: true, text: 'データベースの権限: 適切です。' };
  });

const checkMigrations = (db: Db): Promise<Finding> =>
  tried('データベースの更新', async () => {
    const missing = await missingMigrations(db, migrationsDir);
    return missing.length === 0
      ? { ok: true, text: 'データベースの更新: 最新です。' }
      : {
          ok: false,
          text: `データベースの更新: ${missing.length}件が未適用です。npm run admin -- migrate を実行してください。`,
        };
  });

const checkUsers = (db: Db): Promise<Finding> =>
  tried('最初の利用者', async () => {
    const { ministry, desk } = await db.transaction({ role: 'all', readOnly: true }, countFirstUsers);
    const text = `最初の利用者: 国 ${ministry}人、サービスデスク ${desk}人`;
    return ministry > 0 && desk > 0
      ? { ok: true, text }
      : { ok: false, text: `${text}。npm run admin -- invite で招待してください。` };
  });

const checkMail = ({ smtpUrl }: Config): Finding =>
  smtpUrl
    ? { ok: true, text: 'メール: SMTP_URL が設定されています。' }
    : { ok: false, text: 'メール: SMTP_URL が設定されていないため、メールは送られません。' };

/** What has to be right before people can work; false when anything is not. */
export const checkHouse = async (db: Db, config: Config, say: Say): Promise<boolean> => {
  const findings = [await checkDatabase(db), await checkLogin(db), await checkMigrations(db)];
  if (findings.every(({ ok }) => ok)) findings.push(await checkUsers(db));
  findings.push({ ok: true, text: `公開URL: ${config.publicUrl}` }, checkMail(config));
  for (const { ok, text } of findings) say(`${ok ? '○' : '×'} ${text}`);
  return findings.every(({ ok }) => ok);
};
