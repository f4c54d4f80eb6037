import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { buildApp } from '../../../src/app.ts';
import { readConfig } from '../../../src/config.ts';
import type { Db } from '../../../src/platform/db/index.ts';
import { START } from '../../support/app/index.ts';
import { quiet } from '../../support/db/index.ts';

export type Running = { readonly url: string; readonly server: FastifyInstance; readonly dataDir: string };

/** A server that listens, as one process of a house with several: it follows changes and keeps files. */
export const runSite = async (
  db: Db,
  now: () => Date = () => START,
  dataDir = mkdtempSync(join(tmpdir(), 'v-sys-navi-')),
): Promise<Running> => {
  const config = readConfig({ DEMO: '1', PUBLIC_URL: 'http://127.0.0.1:1', DATA_DIR: dataDir }, false);
  const server = await buildApp({ config, db, clock: { now }, log: quiet });
  const url = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url, server, dataDir };
};

/** Changes facts of a venue as its own room would. */
export const setVenue = (db: Db, venueId: number, facts: Readonly<Record<string, unknown>>): Promise<void> =>
  db.transaction({ role: 'all' }, async (tx) => {
    for (const [column, value] of Object.entries(facts))
      await sql`update venue_directory set ${sql.ref(column)} = ${value} where venue_id = ${venueId}`.execute(tx);
  });

/** Adds public venues to 港区, named by number. */
export const addVenues = (db: Db, count: number): Promise<void> =>
  db.transaction({ role: 'all' }, async (tx) => {
    await sql`
      with added as (
        insert into organisations (kind, name, prefecture_code, municipality_code)
        select 'venue', '会場' || lpad(n::text, 3, '0'), '13', '131032' from generate_series(1, ${count}::int) n
        returning id, name)
      insert into venue_directory (venue_id, code, name, kana, prefecture_code, municipality_code, search_text)
      select id, '13' || lpad(id::text, 8, '0'), name, 'かいじょう' || right(name, 3), '13', '131032', name || ' かいじょう' || right(name, 3)
      from added`.execute(tx);
  });

/** Waits until something is so, a few seconds at most. */
export const soon = async (holds: () => Promise<boolean>): Promise<boolean> => {
  for (let tries = 0; tries < 60; tries += 1) {
    if (await holds()) return true;
    await new Promise((go) => setTimeout(go, 100));
  }
  return false;
};
