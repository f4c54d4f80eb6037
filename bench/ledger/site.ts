import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { type Admin, connectAdmin } from '../database.ts';
import { type Client, clientOf } from '../load.ts';
import { type Program, startProgram, untilQuiet } from '../program.ts';

export type Start = Omit<Parameters<typeof startProgram>[0], 'nodeArgs'>;

/** The program on one ledger. */
export type LedgerSite = {
  readonly entries: number;
  readonly start: Start;
  readonly admin: Admin;
  readonly program: Program;
  readonly client: Client;
};

/** Starts the program on a filled database, and waits until it has nothing left to do of its own. */
export const openLedger = async (
  name: string,
  entries: number,
  given: Omit<Start, 'folder'>,
  parent: string,
): Promise<LedgerSite> => {
  const start = { ...given, folder: mkdtempSync(join(parent, 'data-')) };
  const program = await startProgram(start);
  await untilQuiet(program.pid);
  return { entries, start, admin: await connectAdmin(name), program, client: clientOf(program.url, 8) };
};

export const closeLedger = async ({ client, program, admin }: LedgerSite): Promise<void> => {
  client.close();
  await program.stop();
  await admin.end();
};

/** 「20 million」. */
export const millions = (entries: number): string => `${(entries / 1e6).toFixed(entries < 1e6 ? 1 : 0)} million`;
