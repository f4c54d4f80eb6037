import { openEmbedded } from './embedded.ts';
import { refuseInsideTransaction } from './guard.ts';
import { openServer } from './server.ts';
import { runTransaction } from './transaction.ts';
import type { Db, Engine, Log } from './types.ts';

export interface OpenOptions {
  /** Folder of the embedded database; without it and without `url` the database is in memory. */
  dataDir?: string;
  /** Address of a PostgreSQL server. */
  url?: string;
  /** Address with the login of the tables' owner, for migrations. */
  migrationUrl?: string;
  /** A dump (`Db.dump`) that a new embedded database starts from. */
  template?: Blob | Uint8Array;
  /** Connections of the app to the server. */
  poolSize?: number;
  log: Log;
}

/** Opens the database: a PostgreSQL server when `url` is given, else the embedded one. */
export async function openDatabase({ url, migrationUrl, poolSize, dataDir, template, log }: OpenOptions): Promise<Db> {
  const engine = url
    ? await openServer({ url, migrationUrl, poolSize, log })
    : await openEmbedded({ dataDir, template, log });
  return dbOver(engine, log);
}

function dbOver(engine: Engine, log: Log): Db {
  const { dump } = engine;
  return {
    kind: engine.kind,
    log,
    transaction: (options, work) => runTransaction(engine, log, options, work),
    async ping() {
      refuseInsideTransaction('db.ping()');
      await engine.session('app', (session) => session.query('select 1'));
    },
    close: () => engine.close(),
    ...(dump && {
      dump: async () => {
        refuseInsideTransaction('db.dump()');
        return dump();
      },
    }),
    raw: {
      async session(owner, work) {
        refuseInsideTransaction('db.raw');
        return engine.session(owner, work);
      },
    },
  };
}
