import { expect, test } from 'vitest';
import { foldUserName, isUserName, makeUserName } from './user-names.ts';

test.each(['basic@v.sys', ' Basic@V.SYS ', 'ｂａｓｉｃ＠ｖ．ｓｙｓ', '　basic@v.sys'])('%j is the same name', (typed) =>
  expect(foldUserName(typed)).toBe('basic@v.sys'),
);

test('made user names have the form of the manual', () => {
  for (let i = 0; i < 100; i++) expect(isUserName(makeUserName(Math.random))).toBe(true);
  expect(makeUserName(() => 0)).toBe('aaaaaa@v.sys');
});

test.each(['', '@v.sys', 'a b@v.sys', 'basic@example.jp', '-a@v.sys', `${'a'.repeat(41)}@v.sys`])(
  '%j is no user name',
  (name) => expect(isUserName(name)).toBe(false),
);
