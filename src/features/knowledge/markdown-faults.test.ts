import { expect, test } from 'vitest';
import { markdownFault } from './markdown-faults.ts';

test.each([
  ['<script>alert(1)</script>', 'HTML'],
  ['本文 <b>太字</b>', 'HTML'],
  ['<!-- x -->', 'HTML'],
  ['[押す](javascript:alert(1))', 'リンク先'],
  ['[押す](http://example.com)', 'リンク先'],
  ['![絵](https://example.com/a.png)', '画像'],
  ['![](/knowledge/files/1)', '画像の説明'],
])('%s is told', (markdown, word) => expect(markdownFault(markdown)).toContain(word));

test.each([
  '# 題\n\n- 一\n- 二\n\n|a|b|\n|-|-|\n|1|2|',
  '1 < 2、3 > 2、`<b>`',
  '[納入希望量](/demands) と [ナビ](https://example.jp/) と [電話](tel:0570-000-000)',
  '![画面](/knowledge/files/12)',
  '<https://example.jp/>',
])('%s is well', (markdown) => expect(markdownFault(markdown)).toBeNull());
