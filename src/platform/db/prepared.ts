import type { Compilable, CompiledQuery, QueryResult, RawBuilder } from 'kysely';
import { txOver } from './session-kysely.ts';
import type { Tx } from './types.ts';

/** Stands in a statement where a value of the call will stand. */
class Slot {
  readonly name: string;
  constructor(name: string) {
    this.name = name;
  }
}

/** 「cached plan must not change result type」: a migration changed a table under a running program. */
export const OUTDATED_PLAN = '0A000';

const names = new Map<string, string>();

/** Under which name a connection keeps a statement and its plan; undefined: sent and planned each time. */
export const planNameOf = (text: string): string | undefined => names.get(text);

const nowhere = (): never => {
  throw new Error('a prepared statement is built without a database');
};

/**
 * A statement that is written once and planned once a connection, for what every request asks by key: `build` may only
 * place the given values, never look at them. Each text is kept by every connection, so none may depend on a list's length.
 */
export const prepared = <Given extends object, R>(
  build: (db: Tx, given: Given) => Compilable<R> | RawBuilder<R>,
): ((tx: Tx, given: Given) => Promise<QueryResult<R>>) => {
  let written: CompiledQuery<R> | undefined;
  return (tx, given) => {
    written ??= write(build);
    const placed = (one: unknown): unknown => (one instanceof Slot ? given[one.name as keyof Given] : one);
    return tx.executeQuery<R>({ ...written, parameters: written.parameters.map(placed) });
  };
};

const write = <Given extends object, R>(
  build: (db: Tx, given: Given) => Compilable<R> | RawBuilder<R>,
): CompiledQuery<R> => {
  const db = txOver({ query: nowhere, exec: nowhere });
  const slots = new Proxy({}, { get: (_, name) => new Slot(String(name)) }) as Given;
  const built = build(db, slots);
  const written = 'isRawBuilder' in built ? built.compile(db) : built.compile();
  if (!names.has(written.sql)) names.set(written.sql, `s${names.size}`);
  return written;
};
