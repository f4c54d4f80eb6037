import { expect, test } from 'vitest';
import { guessPersonName, parsePersonName } from './person-name.ts';

test.each(['厚生 太郎（こうせい たろう）', '厚生　太郎(こうせい　たろう)', ' 厚生 太郎 （こうせい たろう） '])(
  '「%s」',
  (typed) => expect(parsePersonName(typed)).toEqual({ familyName: '厚生', givenName: '太郎' }),
);
test.each(['厚生太郎（こうせいたろう）', '厚生 太郎', '厚生 太郎（コウセイ タロウ）', '厚生 太郎（）', ''])(
  '「%s」 is not complete',
  (typed) => expect(parsePersonName(typed)).toBeNull(),
);
test('what there is fills a form', () => {
  expect(guessPersonName('厚生　太郎（こうせい たろう）')).toEqual({ familyName: '厚生', givenName: '太郎' });
  expect(guessPersonName('厚生')).toEqual({ familyName: '厚生', givenName: '' });
  expect(guessPersonName('')).toEqual({ familyName: '', givenName: '' });
});
