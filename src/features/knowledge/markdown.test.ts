import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toHtml, toText } from './markdown.ts';

describe('an article as HTML', () => {
  test('has headings, lists and tables without style attributes', () => {
    expect(toHtml('# 手順\n\n1. 押す\n2. 待つ')).toContain('<h2>手順</h2>');
    expect([...toHtml('## a\n#### b\n### c\n## d').matchAll(/<(h\d)>/g)].map(([, tag]) => tag)).toEqual([
      'h2',
      'h3',
      'h3',
      'h2',
    ]);
    const table = toHtml('|量|数|\n|:-:|--:|\n|a|1|');
    expect(table).toContain('<th class="centered">量</th>');
    expect(table).toContain('<td class="number">1</td>');
    expect(table).not.toContain('style');
  });

  test.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '[押す](javascript:alert(1))',
    '[押す](JaVaScript:alert(1))',
    '[押す](data:text/html;base64,PHNjcmlwdD4=)',
    '[押す](//evil.example)',
    '[押す](/\\evil.example)',
    '[押す](http://evil.example)',
    '![絵](https://evil.example/a.png)',
    '![絵](/logout)',
    '![" onerror="alert(1)](/knowledge/files/1)',
    '<style>body{display:none}</style>',
    '<a href="/" style="position:fixed">x</a>',
    '| <b onclick=x> |\n|--|\n| y |',
  ])('%s can do nothing', (markdown) => {
    const html = toHtml(markdown);
    expect(html.replaceAll(/"[^"]*"/g, '""')).not.toMatch(/<(script|style|iframe|object)|<[^>]*\s(on\w+|style)\s*=/i);
    expect(html).not.toMatch(/(href|src)="(javascript|data|http:|\/\/|\/\\)/i);
    expect(html).not.toContain('evil.example/a.png"');
  });

  test('own pictures are shown, with their words', () => {
    expect(toHtml('![画面の例](/knowledge/files/12)')).toContain('<img src="/knowledge/files/12" alt="画面の例"');
  });

  test('whatever is typed, the only tags are those of Markdown', () => {
    const tags = 'p|br|h[2-6]|ul|ol|li|em|strong|s|a|code|pre|blockquote|hr|table|thead|tbody|tr|th|td|div|img';
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (markdown) => {
        for (const [, tag] of toHtml(markdown).matchAll(/<\/?([a-z][a-z0-9]*)/gi))
          expect(tag).toMatch(new RegExp(`^(${tags})$`));
      }),
    );
  });
});

test('the words of an article alone', () => {
  expect(toText('# 題\n\n1. **押す**\n2. [待つ](/x)\n\n`code` <b>')).toBe('題 押す 待つ code <b>');
});
