import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { addressAs, asAdmin, createDatabase, LOGINS, makeLogins } from '../db/server-template.ts';
import { workplace } from '../workplace.ts';

/** A place where a program keeps its world: its folder, and what tells it of a server to keep its tables on. */
export type Place = {
  readonly dir: string;
  readonly env: Record<string, string>;
  readonly remove: () => Promise<void>;
};

/** The administrator's address of a PostgreSQL server (`with-postgres.mjs` gives it); without it the database is embedded. */
const admin = process.env.TEST_DATABASE_URL;
const template = 'vsys_journeys_world';

const onServer = (database: string): Place['env'] =>
  admin
    ? {
        DATABASE_URL: addressAs(admin, LOGINS.app, database),
        MIGRATION_DATABASE_URL: addressAs(admin, LOGINS.owner, database),
      }
    : {};

/** Where the world is made that all others are copies of; on a server it is made anew by each run. */
export const firstPlace = async (dir: string): Promise<Omit<Place, 'remove'>> => {
  if (admin) {
    await makeLogins(admin);
    await createDatabase(admin, template);
  }
  return { dir, env: onServer(template) };
};

/** A copy of the world made in `firstPlace`. */
export const copyOf = async (world: string): Promise<Place> => {
  const dir = mkdtempSync(join(workplace, 'v-sys-journey-'));
  cpSync(world, dir, { recursive: true });
  const database = `vsys_journeys_${dir.split('-').at(-1)}`;
  if (admin) await createDatabase(admin, database, template);
  return {
    dir,
    env: onServer(database),
    remove: async () => {
      rmSync(dir, { recursive: true, force: true });
      if (admin) await asAdmin(admin, undefined, (session) => session.exec(`drop database "${database}" with (force)`));
    },
  };
};
