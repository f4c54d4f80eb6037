import type { Db } from './types.ts';

const SQL = `select current_user as login, r.rolsuper as superuser, r.rolbypassrls as bypass,
    exists (
      select from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p') and pg_has_role(r.oid, c.relowner, 'member')
    ) as owner
  from pg_roles r where r.rolname = current_user`;

/**
 * Throws when the app's login could go around row security: superuser, BYPASSRLS, or owner of the tables. The embedded
 * engine has no logins; there the role of each transaction is all there is.
 */
export async function assertSafeLogin(db: Db): Promise<void> {
  if (db.kind === 'embedded') return;
  const { rows } = await db.raw.session('app', (session) => session.query(SQL));
  const { login, superuser, bypass, owner } = rows[0] ?? {};
  const faults = [
    ...(superuser ? ['スーパーユーザー / superuser'] : []),
    ...(bypass ? ['BYPASSRLS'] : []),
    ...(owner ? ['テーブルの所有者 / owner of the tables'] : []),
  ];
  if (faults.length === 0) return;
  throw new Error(
    `データベースのログイン ${login} は行単位の保護を回避できるため、起動しません（${faults.join('、')}）。` +
      'DATABASE_URL には権限の少ない専用のログインを、MIGRATION_DATABASE_URL には所有者を指定してください。\n' +
      `Not starting: the database login ${login} could go around row security (${faults.join(', ')}). ` +
      'Give DATABASE_URL a login of its own with few rights, and MIGRATION_DATABASE_URL the owner.',
  );
}
