import type { Log, Tx } from '../../platform/db/index.ts';
import { municipalities } from '../areas/index.ts';
import { loadVenuesOf } from './public-venues.store.ts';
import type { Reader } from './reader.store.ts';
import { toSheets } from './sheets.store.ts';
import type { SheetsOnDisk } from './sheets-on-disk.store.ts';
import { loadChanged } from './versions.store.ts';

/** S23: twice a second every process asks which municipalities changed. */
const everyMs = 500;
/** So many files are written between two looks: the whole country in less than two minutes, without a burst. */
const filesPerLook = 10;
const refreshEveryMs = 60_000;

type Options = {
  readonly read: Reader;
  readonly disk: SheetsOnDisk;
  readonly log: Log;
  readonly now: () => Date;
  readonly drop: (municipalityCode: string) => void;
  /** Looks at what stands above every page (S36). */
  readonly standing: (tx: Tx) => Promise<void>;
  /** Reads again what changes rarely. */
  readonly refresh: () => Promise<void>;
};

/** Drops the pages of what changed, in this process or another, and brings its files on disk up to date. */
export const followChanges = ({ read, disk, log, now, drop, standing, refresh }: Options) => {
  let [since, refreshedAt] = [0, performance.now()];
  let away = false;
  const known = new Map<string, number>();
  /** Municipality → version that its file should have. */
  const toWrite = new Map<string, number>();

  const look = async (): Promise<void> => {
    const first = since === 0;
    const { versions, next } = await read(async (tx) => {
      await standing(tx);
      return loadChanged(tx, since);
    });
    for (const [code, version] of versions) {
      if (known.get(code) === version) continue;
      known.set(code, version);
      toWrite.set(code, version);
      drop(code);
    }
    since = next;
    if (first) await forgetWritten();
  };

  const forgetWritten = async (): Promise<void> => {
    const written = await disk.versions();
    for (const { code } of municipalities()) if (!known.has(code)) toWrite.set(code, 0);
    for (const [code, version] of [...toWrite]) if (written.get(code) === version) toWrite.delete(code);
  };

  const write = async (): Promise<void> => {
    const batch = [...toWrite].slice(0, filesPerLook);
    if (batch.length === 0) return;
    const codes = batch.map(([code]) => code);
    const venues = await read((tx) => loadVenuesOf(tx, codes));
    for (const sheet of toSheets(codes, venues, now())) {
      const version = toWrite.get(sheet.municipalityCode) ?? 0;
      await disk.write(sheet, version);
      toWrite.delete(sheet.municipalityCode);
    }
  };

  const step = async (): Promise<void> => {
    try {
      await look();
      await write();
      if (performance.now() - refreshedAt > refreshEveryMs) {
        refreshedAt = performance.now();
        await refresh();
      }
      if (away) log.info({}, 'the public site follows the database again');
      away = false;
    } catch (error) {
      if (!away) log.warn({ err: error }, 'the public site cannot follow the database');
      away = true;
    }
  };

  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  return {
    start: (): void => {
      timer ??= setInterval(() => {
        running ??= step().finally(() => {
          running = undefined;
        });
      }, everyMs).unref();
    },
    stop: async (): Promise<void> => {
      clearInterval(timer);
      await running;
    },
  };
};
