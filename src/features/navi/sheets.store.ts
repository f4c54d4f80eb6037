import { municipalitiesOf } from '../areas/index.ts';
import { byKana, type PublicVenue, type Sheet } from './public-venue.ts';
import { loadVenuesOf } from './public-venues.store.ts';
import type { Reader } from './reader.store.ts';
import type { SheetsOnDisk } from './sheets-on-disk.store.ts';

/** What a page is made from; `kept`: the database is away, this is the last known. */
type Had<T> = { readonly value: T; readonly kept: boolean };

export type Sheets = {
  /** null: the database is away and nothing was ever kept. */
  readonly of: (municipalityCode: string) => Promise<Had<Sheet> | null>;
  /** The sheets of a prefecture that are kept on disk. */
  readonly keptOf: (prefectureCode: string) => Promise<readonly Sheet[]>;
  readonly keptVenue: (code: string) => Promise<{ readonly venue: PublicVenue; readonly readAt: string } | null>;
  readonly drop: (municipalityCode: string) => void;
};

const mostInMemory = 400;

/** Sorts venues into sheets, one for each municipality asked for, the empty ones too. */
export const toSheets = (codes: readonly string[], venues: readonly PublicVenue[], now: Date): readonly Sheet[] => {
  const byCode = Map.groupBy(venues, ({ municipalityCode }) => municipalityCode);
  return codes.map((municipalityCode) => ({
    municipalityCode,
    readAt: now.toISOString(),
    venues: [...(byCode.get(municipalityCode) ?? [])].sort(byKana),
  }));
};

/** The sheets as they are now, from memory while nothing changes; from disk when the database is away. */
export const openSheets = (read: Reader, disk: SheetsOnDisk, now: () => Date): Sheets => {
  const memory = new Map<string, Promise<Sheet>>();

  const load = (code: string): Promise<Sheet> => {
    const known = memory.get(code);
    if (known) return known;
    const loading = read(async (tx) => {
      const [sheet] = toSheets([code], await loadVenuesOf(tx, [code]), now());
      return sheet as Sheet;
    });
    memory.set(code, loading);
    loading.catch(() => {
      if (memory.get(code) === loading) memory.delete(code);
    });
    for (const oldest of memory.keys()) {
      if (memory.size <= mostInMemory) break;
      memory.delete(oldest);
    }
    return loading;
  };

  const keptOf = async (prefectureCode: string): Promise<readonly Sheet[]> => {
    const sheets = await Promise.all(municipalitiesOf(prefectureCode).map(({ code }) => disk.read(code)));
    return sheets.filter((sheet) => sheet !== null);
  };

  return {
    of: async (code) => {
      try {
        return { value: await load(code), kept: false };
      } catch {
        const value = await disk.read(code);
        return value && { value, kept: true };
      }
    },
    keptOf,
    keptVenue: async (code) => {
      for (const { venues, readAt } of await keptOf(code.slice(0, 2))) {
        const venue = venues.find((one) => one.code === code);
        if (venue) return { venue, readAt };
      }
      return null;
    },
    // A load that is under way read the old state perhaps: it goes too, and the next one who asks reads again.
    drop: (code) => {
      memory.delete(code);
    },
  };
};
