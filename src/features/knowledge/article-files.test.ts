import { expect, test } from 'vitest';
import { fileFault, plainName, sizeWords } from './article-files.ts';

test.each([
  ['図.png', 'image/png', 10, null],
  ['manual.PDF', 'application/pdf', 10, null],
  ['', 'image/png', 10, 'ファイル名'],
  [`${'あ'.repeat(296)}.png`, 'image/png', 10, '100文字以内'],
  ['a\u0000.png', 'image/png', 10, '使えない文字'],
  ['manual.pdf', null, 10, '中身はPDF'],
  ['manual.pdf', 'application/zip', 10, '中身はPDF'],
  ['a.exe', 'application/x-msdownload', 10, 'この種類'],
  ['a.svg', null, 10, 'この種類'],
  ['a.pdf', 'image/png', 10, '.png'],
  ['a.png', 'image/png', 5 * 1024 * 1024 + 1, '5.0MBまで'],
])('%s as %s of %i bytes: %s', (name, type, size, word) => {
  const fault = fileFault(name, type, size);
  if (word === null) expect(fault).toBeNull();
  else expect(fault).toContain(word);
});

test('names lose their folders', () => {
  expect(plainName('C:\\Users\\a\\図.png')).toBe('図.png');
  expect(plainName('../../etc/passwd')).toBe('passwd');
  expect(plainName('..\\')).toBe('');
});

test('sizes are said in words', () => expect([sizeWords(1), sizeWords(2_000_000)]).toEqual(['1KB', '1.9MB']));
