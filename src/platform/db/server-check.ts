import type { Session } from './types.ts';

const OLDEST = 15;

/** Says what makes this server unusable, in Japanese and English; nothing when it will do. */
export async function serverProblem(session: Session): Promise<string | undefined> {
  const { rows } = await session.query(
    `select current_setting('server_version_num')::int / 10000 as major, pg_encoding_to_char(encoding) as encoding,
       datctype as ctype, datlocprovider as provider, current_database() as name
     from pg_database where datname = current_database()`,
  );
  const { major, encoding, ctype, provider, name } = rows[0] ?? {};
  if (Number(major) < OLDEST)
    return (
      `PostgreSQL ${OLDEST} 以上が必要です（接続先は ${major}）。\n` +
      `PostgreSQL ${OLDEST} or newer is needed; this server is ${major}.`
    );
  if (encoding !== 'UTF8' || (provider === 'c' && (ctype === 'C' || ctype === 'POSIX')))
    return (
      `データベース ${name} は文字コード ${encoding}、ロケール ${ctype} です。日本語を検索できるよう、` +
      'createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8 で作成してください。\n' +
      `Database ${name} has encoding ${encoding} and locale ${ctype}, with which Japanese text cannot be searched. ` +
      'Create it with: createdb --template=template0 --encoding=UTF8 --locale=C.UTF-8'
    );
  return undefined;
}
