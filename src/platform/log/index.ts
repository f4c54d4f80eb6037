/** The log: one JSON line an event; ids and figures, never names, addresses, codes or what people typed. */
import { type DestinationStream, pino } from 'pino';
import type { Log } from '../db/index.ts';

type Told = Readonly<Record<string, unknown>>;
const told = ['code', 'table', 'column', 'constraint', 'routine'] as const;

/**
 * What is told of an error: what and where, never the rest of it. A database names the whole row in `detail` and the
 * embedded one the parameters of the query, with names and mail addresses in them.
 */
const errorOf = (thrown: unknown): Told => {
  if (!(thrown instanceof Error)) return { type: typeof thrown, message: String(thrown) };
  const { name, message, stack, cause } = thrown;
  const facts = thrown as unknown as Told;
  return {
    type: name,
    message,
    ...Object.fromEntries(told.flatMap((key) => (facts[key] === undefined ? [] : [[key, facts[key]]]))),
    stack,
    ...(cause !== undefined && { cause: errorOf(cause) }),
  };
};

export const createLog = (level: string, to?: DestinationStream): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, serializers: { err: errorOf } }, to);
