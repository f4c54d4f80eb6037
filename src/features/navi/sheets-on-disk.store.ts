import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Sheet } from './public-venue.ts';

/** The last known sheet of every municipality in files, for the time when the database is away. */
export type SheetsOnDisk = {
  readonly read: (municipalityCode: string) => Promise<Sheet | null>;
  readonly write: (sheet: Sheet, version: number) => Promise<void>;
  /** Municipality → version of the file that is there. */
  readonly versions: () => Promise<ReadonlyMap<string, number>>;
};

const fileName = /^(\d{6})-(\d+)\.json$/;

/** Keeps the sheets in a folder, one file each; a half-written file never takes the place of a whole one. */
export const sheetsOnDisk = (folder: string): SheetsOnDisk => {
  const files = async (): Promise<readonly (readonly [code: string, version: number, name: string])[]> => {
    const names = await readdir(folder).catch(() => []);
    return names.flatMap((name) => {
      const [, code, version] = fileName.exec(name) ?? [];
      return code && version ? [[code, Number(version), name] as const] : [];
    });
  };
  const list = async (): Promise<Map<string, { version: number; name: string }>> => {
    const newest = new Map<string, { version: number; name: string }>();
    for (const [code, version, name] of await files())
      if (version >= (newest.get(code)?.version ?? -1)) newest.set(code, { version, name });
    return newest;
  };
  // Whoever asks while the folder is being listed waits for it: half a list would say that there is nothing.
  let known: ReturnType<typeof list> | undefined;
  const index = () => {
    known ??= list();
    return known;
  };
  const open = async (code: string): Promise<Sheet | null> => {
    const file = (await index()).get(code);
    if (!file) return null;
    try {
      return JSON.parse(await readFile(join(folder, file.name), 'utf8')) as Sheet;
    } catch {
      return null;
    }
  };
  return {
    read: async (code) => {
      const sheet = await open(code);
      if (sheet || !(await index()).has(code)) return sheet;
      // Another process on the same folder has put a newer file in the place of the one that was listed.
      known = undefined;
      return open(code);
    },
    write: async (sheet, version) => {
      const former = (await index()).get(sheet.municipalityCode);
      if (former && former.version === version) return;
      await mkdir(folder, { recursive: true });
      const name = `${sheet.municipalityCode}-${version}.json`;
      const path = join(folder, name);
      await writeFile(`${path}.new`, JSON.stringify(sheet));
      await rename(`${path}.new`, path);
      (await index()).set(sheet.municipalityCode, { version, name });
      if (former) await rm(join(folder, former.name), { force: true });
    },
    versions: async () => new Map([...(await index())].map(([code, { version }]) => [code, version])),
  };
};
