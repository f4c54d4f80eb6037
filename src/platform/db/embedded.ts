import { PGlite } from '@electric-sql/pglite';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { DURABLE_START, flushForReal, START } from './embedded-flush.ts';
import { type Folder, openFolder } from './embedded-folder.ts';
import { mutex } from './mutex.ts';
import { PARSERS } from './parsers.ts';
import type { Engine, Log, Session } from './types.ts';

export interface EmbeddedOptions {
  /** Where the data live; without it in memory. */
  dataDir?: string;
  /** A dump to start from when there are no data yet. */
  template?: Blob | Uint8Array;
  log: Log;
}

/** Opens PostgreSQL inside this process (PGlite). It has one connection, so sessions queue for it. */
export async function openEmbedded({ dataDir, template, log }: EmbeddedOptions): Promise<Engine> {
  const folder = dataDir === undefined ? undefined : await openFolder(dataDir, log);
  try {
    const pg = await create(folder, template);
    if (folder) flushForReal(pg);
    await pg.exec("set timezone to 'Asia/Tokyo'");
    folder?.ready();
    return engineOver(pg, folder);
  } catch (error) {
    folder?.release();
    throw error;
  }
}

function create(folder: Folder | undefined, template: Blob | Uint8Array | undefined): Promise<PGlite> {
  const blank = !folder || folder.blank;
  return PGlite.create({
    startParams: folder ? DURABLE_START : START,
    ...(folder && { dataDir: folder.path }),
    ...(blank && template ? { loadDataDir: asBlob(template) } : {}),
    extensions: { pg_trgm },
    parsers: { ...PARSERS },
    relaxedDurability: false,
  });
}

function asBlob(data: Blob | Uint8Array): Blob {
  return data instanceof Blob ? data : new Blob([Uint8Array.from(data)], { type: 'application/x-gzip' });
}

function engineOver(pg: PGlite, folder: Folder | undefined): Engine {
  const inTurn = mutex();
  const session: Session = {
    async query(sql, params = []) {
      const { rows, affectedRows } = await pg.query<Record<string, unknown>>(sql, [...params]);
      return { rows, affected: affectedRows };
    },
    async exec(sql) {
      const results = await pg.exec(sql);
      return { rows: results.flatMap(({ rows }) => rows) };
    },
  };
  return {
    kind: 'embedded',
    session: (_owner, work) => inTurn(() => work(session)),
    dump: () => inTurn(async () => pg.dumpDataDir('gzip')),
    close: () =>
      inTurn(async () => {
        if (!pg.closed) await pg.close();
        folder?.release();
      }),
  };
}
