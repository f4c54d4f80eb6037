import MarkdownIt from 'markdown-it';
import { linkAllowed, pictureAllowed } from './markdown.ts';

/** Reads HTML as such, and every address, to say what an article may not have. It never writes. */
const reader = new MarkdownIt({ html: true });
reader.validateLink = () => true;

const cut = (text: string): string => {
  const line = text.trim().split('\n')[0] ?? '';
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
};

/** What an article's Markdown has that may not be there, in words for its writer; null when all is well. */
export const markdownFault = (markdown: string): string | null => {
  for (const token of reader.parse(markdown, {}).flatMap((block) => [block, ...(block.children ?? [])])) {
    if (token.type === 'html_block' || token.type === 'html_inline')
      return `HTMLは使えません（「${cut(token.content)}」）。文字として見せたいときは \` で囲んでください。`;
    if (token.type === 'link_open' && !linkAllowed(String(token.attrGet('href'))))
      return `リンク先「${cut(String(token.attrGet('href')))}」は使えません。https:// で始まるアドレスか、/ で始まるV-SYSのページを指定してください。`;
    if (token.type === 'image' && !pictureAllowed(String(token.attrGet('src'))))
      return `画像「${cut(String(token.attrGet('src')))}」は表示できません。この記事に追加したファイルを指定してください。`;
    if (token.type === 'image' && token.content.trim() === '')
      return `画像の説明がありません。![説明](${String(token.attrGet('src'))}) のように、画像が見えない人にも伝わる説明を書いてください。`;
  }
  return null;
};
