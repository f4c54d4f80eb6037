import { describe, expect, test } from 'vitest';
import { readArticleFile } from './article-file.ts';
import { articleFiles } from './articles.ts';

const text = (head: string, body = '本文'): string => `---\n${head}\n---\n${body}\n`;
const head = 'slug: a-b\ntitle: 題：と「:」\ntype: FAQ\naudience: 市町村, 国\ntopic: 請求\npublished: 2021-02-15';

describe('an article file', () => {
  test('gives head and text', () => {
    expect(readArticleFile('a.md', text(head))).toEqual({
      slug: 'a-b',
      title: '題：と「:」',
      type: 'faq',
      audiences: ['municipality', 'ministry'],
      topic: 'claim',
      publishedOn: '2021-02-15',
      body: '本文',
    });
  });

  test.each([
    ['no head', '本文', 'slug'],
    ['an unknown audience', text(head.replace('国', '町内会')), '町内会'],
    ['a day that does not exist', text(head.replace('02-15', '02-31')), 'published'],
    ['an address that is none', text(head.replace('a-b', '../b')), 'slug'],
    ['no text', text(head, ' '), 'text'],
  ])('with %s is refused by name', (_, file, word) => {
    expect(() => readArticleFile('x.md', file)).toThrow(/articles\/x\.md/);
    expect(() => readArticleFile('x.md', file)).toThrow(word);
  });

  test('of this program is right, and each has an address of its own', () => {
    const slugs = articleFiles().map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(slugs.length);
  });
});
