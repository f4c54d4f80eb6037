import { setTimeout as sleep } from 'node:timers/promises';
import type { PgBoss } from 'pg-boss';
import type { Db, Log, Session } from '../db/types.ts';
import { bossOver } from './boss.ts';
import { QUEUE_OPTIONS, QUEUES } from './queues.ts';

/** What the roles may do with the library's tables: pages put jobs in, the workers do the rest. */
const GRANTS = `
  grant usage on schema pgboss to vsys_web, vsys_all;
  grant insert on pgboss.job to vsys_web;
  grant select on pgboss.queue to vsys_web;
  grant select, insert, update, delete on all tables in schema pgboss to vsys_all;
`;

/** The library builds indexes once a minute at most, counted in the database; an upgrade shall not wait for that. */
const BUILD_INDEXES_NOW = `
  do $$ begin
    if exists (select from information_schema.columns
        where table_schema = 'pgboss' and table_name = 'version' and column_name = 'bam_on') then
      update pgboss.version set bam_on = null;
    end if;
  end $$;
`;

/** Creates or upgrades the job library's tables and our queues; part of `migrate`, run as the owner. */
export async function migrateJobs(session: Session, kind: Db['kind'], log: Log): Promise<void> {
  const boss = bossOver((work) => work(session), kind, log, { migrate: true });
  await session.exec(BUILD_INDEXES_NOW);
  await boss.start();
  try {
    for (const queue of QUEUES) {
      await boss.createQueue(queue, QUEUE_OPTIONS);
      await boss.updateQueue(queue, QUEUE_OPTIONS);
    }
    await session.exec(GRANTS);
    await indexesBuilt(boss);
  } finally {
    await boss.stop({ close: false });
  }
}

/** After an upgrade the library builds new indexes in the background; wait, since only `migrate` is the owner. */
async function indexesBuilt(boss: PgBoss): Promise<void> {
  const waiting = async () => {
    const rows = await boss.getBamStatus();
    return rows.some(({ status }) => status === 'pending' || status === 'in_progress');
  };
  while (await waiting()) await sleep(200);
}
