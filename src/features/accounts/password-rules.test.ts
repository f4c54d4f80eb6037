import { expect, test } from 'vitest';
import { brokenRules, countClasses, passwordFault, specialCharacters } from './password-rules.ts';

test.each([
  ['Demo-2021', []],
  ['abcdEF12', []],
  ['ＡＢｃｄ１２３４', []],
  ['abCD12!', ['length']],
  ['abcdefgh', ['classes']],
  ['abcdefg1', ['classes']],
  ['', ['length', 'classes']],
  ['Minato-2021x', ['user-name']],
  ['xMINATO@v.sys1', ['user-name']],
])('%s breaks %j', (password, broken) => expect(brokenRules(password, { userName: 'minato@v.sys' })).toEqual(broken));

test('every special character of the manual counts as the fourth class', () => {
  expect([...specialCharacters]).toHaveLength(32);
  for (const character of specialCharacters) expect(countClasses(`aB1${character}`)).toBe(4);
});

test('Japanese letters and spaces are no class', () => expect(countClasses('さくら 桜')).toBe(0));

test('a short user name may stand in a password', () =>
  expect(brokenRules('abc-2021X', { userName: 'abc@v.sys' })).toEqual([]));

test('the message names each rule that is broken', () => {
  expect(passwordFault('Demo-2021')).toBeNull();
  expect(passwordFault('abc')).toBe(
    'パスワードは次の条件を満たしてください：8文字以上、アルファベット大文字・アルファベット小文字・数字・特殊文字のうち3種類以上。',
  );
});
