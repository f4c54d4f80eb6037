import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import {
  emailOrEmpty,
  lineOrEmpty,
  nameWithKana,
  personKanaOrEmpty,
  personNameOrEmpty,
  phoneOrEmpty,
  placesOrEmpty,
  urlOrEmpty,
} from './field-schemas.ts';

const read = <T>(schema: z.ZodType<T>, typed: string): T | 'error' => {
  const result = schema.safeParse(typed);
  return result.success ? result.data : 'error';
};

describe('what people type is corrected where its meaning is clear', () => {
  test.each([
    [phoneOrEmpty(), '０３－１２３４－５６７８', '03-1234-5678'],
    [phoneOrEmpty(), '09012345678', '09012345678'],
    [phoneOrEmpty(), '', ''],
    [phoneOrEmpty(), '12-3456', 'error'],
    [personNameOrEmpty(), '髙橋 𠮷太郎', '髙橋　𠮷太郎'],
    [personNameOrEmpty(), ' 厚労　　太郎 ', '厚労　太郎'],
    [personNameOrEmpty(), '厚労太郎', 'error'],
    [personKanaOrEmpty(), 'コウロウ ﾀﾛｳ', 'こうろう　たろう'],
    [personKanaOrEmpty(), '厚労 太郎', 'error'],
    [nameWithKana(), '港区病院(ミナトクびょういん)', 'みなとくびょういん'],
    [nameWithKana(), 'みなとくびょういん', 'error'],
    [nameWithKana(), '', ''],
    [emailOrEmpty(), 'ｔａｒｏ@example.jp', 'taro@example.jp'],
    [emailOrEmpty(), 'taro', 'error'],
    [urlOrEmpty(), ' https://example.jp/予約?a=1 ', 'https://example.jp/予約?a=1'],
    [urlOrEmpty(), 'javascript:alert(1)', 'error'],
    [urlOrEmpty(), 'data:text/html,x', 'error'],
    [urlOrEmpty(), 'https://user:pass@example.jp/', 'error'],
    [urlOrEmpty(), 'https://example', 'error'],
    [lineOrEmpty(10), 'a\u202Eb', 'error'],
    [lineOrEmpty(10), 'a\u0007b', 'error'],
    [lineOrEmpty(10), '\uD842', 'error'],
    [lineOrEmpty(2), '𠮷髙', '𠮷髙'],
  ] as const)('%#', (schema, typed, expected) => {
    expect(read(schema as z.ZodType<string>, typed)).toBe(expected);
  });

  test.each([
    ['10台', 10],
    ['１０', 10],
    ['1,000台', 1000],
    ['', null],
    ['-1', 'error'],
    ['1.5', 'error'],
  ] as const)('places %j', (typed, expected) => {
    expect(read(placesOrEmpty(), typed)).toBe(expected);
  });
});

test('a corrected value is taken again as it is, whatever was typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
      for (const schema of [phoneOrEmpty(), personNameOrEmpty(), personKanaOrEmpty(), emailOrEmpty(), urlOrEmpty()]) {
        const once = read(schema, typed);
        if (once !== 'error') expect(read(schema, once)).toBe(once);
      }
    }),
  );
});
