import { expect, test } from 'vitest';
import { changeLines, type FieldChange, isProxy, sameChanges, subjectPath } from './applications.ts';

const change = (field: string, to: unknown): FieldChange => ({
  field,
  label: field,
  from: '',
  to,
  fromText: '',
  toText: String(to),
});

test('the same changes in another order are the same', () => {
  const [a, b] = [change('a', 1), change('b', [{ x: 1 }])];
  expect(sameChanges([a, b], [b, a])).toBe(true);
  expect(sameChanges([a], [a, b])).toBe(false);
  expect(sameChanges([a], [change('a', 2)])).toBe(false);
});

test('texts, paths and who typed', () => {
  expect(changeLines([change('電話番号', '03')])).toEqual(['電話番号：（未入力） → 03']);
  expect(subjectPath('venue:12')).toBe('/venues/12');
  const typist = { orgId: 1, orgName: '港区', userName: '港 太郎' };
  expect(isProxy({ orgId: 2, typist })).toBe(true);
  expect(isProxy({ orgId: 1, typist })).toBe(false);
});
