import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldForSearch } from '../../kernel/search-text.ts';
import { createArticleIndex } from './article-index.ts';

const index = createArticleIndex();
index.put({ id: 1, title: 'パスワードを忘れたとき', text: 'ログイン画面で「パスワードをお忘れですか？」を押します。' });
index.put({ id: 2, title: '納入希望量を登録する', text: '登録期間のうちに、ﾜｸﾁﾝごとの希望量を入力します。' });
index.put({ id: 3, title: 'Excelでの出力', text: 'ログインして、一覧のボタンを押します。' });
const ids = (typed: string): number[] => [...index.find(typed).scores.keys()].sort();

describe('searching articles', () => {
  test.each([
    ['パスワード', [1]],
    ['ぱすわーど', [1]],
    ['ﾊﾟｽﾜｰﾄﾞ', [1]],
    ['ワクチン', [2]],
    ['わくちん', [2]],
    ['EXCEL', [3]],
    ['ｅｘｃｅｌ', [3]],
    ['希望量', [2]],
    ['ログイン', [1, 3]],
    ['ログイン　一覧', [3]],
    ['パスワードを忘れてしまいました', [1]],
    ['納入希望量の登録はいつまでですか', [2]],
    ['量', [2]],
    ['', []],
    [' 　', []],
    ['😀', []],
    ["' or 1=1; drop table articles; --", []],
  ])('%s → %j', (typed, expected) => expect(ids(typed)).toEqual(expected));

  test('a word in the title comes before the same word in the text', () => {
    index.put({ id: 4, title: '出力', text: 'パスワードは要りません。' });
    const { scores } = index.find('パスワード');
    expect(scores.get(1)).toBeGreaterThan(scores.get(4) ?? 0);
    index.drop(4);
    expect(ids('パスワード')).toEqual([1]);
  });

  test('whatever part of a text is typed, its article is found, and no article that lacks it', () => {
    const letters = fc.constantFrom(...'パすわード納入希望量abｱ１'.split(''));
    const texts = fc.array(fc.string({ unit: letters, minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(texts, fc.string({ unit: letters, minLength: 1, maxLength: 4 }), (all, typed) => {
        const own = createArticleIndex();
        for (const [id, text] of all.entries()) own.put({ id, title: '題', text });
        const expected = all.flatMap((text, id) => (foldForSearch(text).includes(foldForSearch(typed)) ? [id] : []));
        const { scores } = own.find(typed);
        if (expected.length > 0) expect([...scores.keys()].sort((a, b) => a - b)).toEqual(expected);
      }),
    );
  });
});
