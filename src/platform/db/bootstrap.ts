import { DB_ROLES, type Session } from './types.ts';

/**
 * What has to stand before the first migration: the extension, the two roles, what they may do by default, and the
 * function that policies ask for the reach. Runs at every migrate and changes nothing the second time.
 */
export async function bootstrap(session: Session, appLogin: string): Promise<void> {
  await makeRoles(session);
  await session.exec(GROUND);
  await letAppBecomeRoles(session, appLogin);
}

const ROLES = Object.values(DB_ROLES);

const GROUND = `
  create extension if not exists pg_trgm;
  create table if not exists schema_migrations (
    name text primary key,
    checksum text not null,
    applied_at timestamptz not null default now()
  );
  create or replace function app_reach() returns text[] language sql stable parallel safe as
    $$ select coalesce(string_to_array(nullif(current_setting('app.reach', true), ''), ','), '{}') $$;
  grant usage on schema public to ${ROLES.join(', ')};
  alter default privileges in schema public grant usage on sequences to ${ROLES.join(', ')};
  revoke all on schema_migrations from public;
  grant select on schema_migrations to ${ROLES.join(', ')};
`;

async function makeRoles(session: Session): Promise<void> {
  const { rows } = await session.query('select rolname from pg_roles where rolname = any($1)', [ROLES]);
  const missing = ROLES.filter((role) => !rows.some(({ rolname }) => rolname === role));
  for (const role of missing) {
    try {
      await session.exec(`create role ${role} nologin nosuperuser nobypassrls`);
    } catch (error) {
      if (codeOf(error) === '42710') continue; // made by a neighbour database of the same server meanwhile
      throw new Error(rightsMessage(missing.map((each) => `create role ${each} nologin;`)), { cause: error });
    }
  }
}

async function letAppBecomeRoles(session: Session, appLogin: string): Promise<void> {
  const { rows } = await session.query(
    `select role from unnest($1::text[]) role where not pg_has_role($2::name, role::name, 'member')`,
    [ROLES, appLogin],
  );
  if (rows.length === 0) return;
  const grant = `grant ${rows.map(({ role }) => String(role)).join(', ')} to "${appLogin.replaceAll('"', '""')}"`;
  try {
    await session.exec(grant);
  } catch (error) {
    throw new Error(rightsMessage([`${grant};`]), { cause: error });
  }
}

function rightsMessage(statements: string[]): string {
  return (
    'データベースの所有者に役割を作成・付与する権限がありません。管理者として次の SQL を一度実行してください。\n' +
    'The owner of the database may not create or grant roles. Run this SQL once as an administrator:\n' +
    statements.map((line) => `  ${line}`).join('\n')
  );
}

function codeOf(error: unknown): string {
  return typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
}
