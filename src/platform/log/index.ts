/** The log: one JSON line an event; ids and figures, never names, addresses, codes or what people typed. */
import { pino } from 'pino';
import type { Log } from '../db/index.ts';

export const createLog = (level: string): Log => pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
