import { expect, test } from 'vitest';
import { readBack } from '../../ocr/random-claims.ts';

test('10 claims printed at 300 dpi are read back by OCR without one mistake', async () => {
  const { cells, mistakes } = await readBack([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(cells).toBeGreaterThan(150);
  expect(mistakes).toEqual([]);
}, 240_000);
