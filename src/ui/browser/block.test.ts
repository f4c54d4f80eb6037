import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseBlock } from './block.ts';

test('a block has rows and cells; the line end at its end is no row', () => {
  expect(parseBlock('7\t8\r\n9\t10\r\n')).toEqual([
    ['7', '8'],
    ['9', '10'],
  ]);
  expect(parseBlock('7\n\n9')).toEqual([['7'], [''], ['9']]);
  expect(parseBlock(' 1,234 \t')).toEqual([['1,234', '']]);
  expect(parseBlock('')).toEqual([['']]);
});

test('cells in quotes may hold tabs, line ends and quotes', () => {
  expect(parseBlock('"a\nb"\t"say ""x"""\r\n1')).toEqual([['a b', 'say "x"'], ['1']]);
  expect(parseBlock('"open\t2')).toEqual([['"open', '2']]);
});

test('what was written as a block is read as the same block', () => {
  const cell = fc.string({ unit: fc.constantFrom('1', '2', ',', '/', '"', 'あ') });
  const block = fc
    .integer({ min: 1, max: 6 })
    .chain((width) =>
      fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 20 }),
    );
  fc.assert(
    fc.property(block, (rows) => {
      const write = (text: string) => (text.includes('"') ? `"${text.replaceAll('"', '""')}"` : text);
      expect(parseBlock(`${rows.map((row) => row.map(write).join('\t')).join('\r\n')}\r\n`)).toEqual(rows);
    }),
  );
});
