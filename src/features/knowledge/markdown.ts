import MarkdownIt from 'markdown-it';

/** Addresses that an article may lead to: the web by https, mail, telephone, and places of this site. */
export const linkAllowed = (url: string): boolean => /^(https:\/\/|mailto:|tel:|\/(?![/\\])|#)/i.test(url.trim());
/** Pictures are our own files only: the Content-Security-Policy would show no others. */
export const pictureAllowed = (url: string): boolean => /^\/knowledge\/files\/\d+$/.test(url);

const writer = new MarkdownIt({ html: false, linkify: false, breaks: true });
writer.validateLink = linkAllowed;

const { rules } = writer.renderer;
const plain: NonNullable<(typeof rules)[string]> = (tokens, i, options, _env, self) =>
  self.renderToken(tokens, i, options);

/** What stands above an article: the level of the headings that it begins with is one more. */
type Env = { readonly under?: number };

/** The page has its h1, so an article begins with h2, however many # were typed, and no level is left out. */
writer.core.ruler.push('headings', ({ tokens, env }) => {
  const { under = 1 } = env as Env;
  const heads = tokens.filter(({ type }) => type === 'heading_open' || type === 'heading_close');
  const levels = heads.map(({ tag }) => Number(tag.slice(1)));
  const highest = Math.min(...levels);
  let former = under;
  for (const [i, head] of heads.entries()) {
    if (head.type === 'heading_open') former = Math.min((levels[i] ?? 1) - highest + 1 + under, former + 1, 6);
    head.tag = `h${former}`;
  }
});

/** No style attributes (Content-Security-Policy): the side of a column is a class. */
const cell: NonNullable<(typeof rules)[string]> = (tokens, i, options, env, self) => {
  const token = tokens[i];
  const side = /text-align:(center|right)/.exec(String(token?.attrGet('style') ?? ''))?.[1];
  if (token?.attrs) token.attrs = token.attrs.filter(([name]) => name !== 'style');
  if (side) token?.attrJoin('class', side === 'right' ? 'number' : 'centered');
  return plain(tokens, i, options, env, self);
};
rules.th_open = cell;
rules.td_open = cell;
rules.table_open = () => '<div class="prose-table" tabindex="0" role="group" aria-label="表"><table class="table">\n';
rules.table_close = () => '</table></div>\n';

rules.image = (tokens, i) => {
  const token = tokens[i];
  const [source, words] = [String(token?.attrGet('src') ?? ''), writer.utils.escapeHtml(token?.content ?? '')];
  return pictureAllowed(source) ? `<img src="${source}" alt="${words}" loading="lazy" />` : words;
};

/** An article's Markdown as HTML that can do nothing: no HTML of its own, no script, no foreign pictures; below a heading of the level `under`. */
export const toHtml = (markdown: string, under = 1): string => writer.render(markdown, { under } satisfies Env);

/** The words of an article alone, in one line, for searching and excerpts. */
export const toText = (markdown: string): string => {
  const words: string[] = [];
  for (const block of writer.parse(markdown, {})) {
    if (block.type === 'fence' || block.type === 'code_block') words.push(block.content);
    if (block.type !== 'inline') continue;
    for (const part of block.children ?? [])
      words.push(part.type === 'softbreak' || part.type === 'hardbreak' ? ' ' : part.content);
    words.push(' ');
  }
  return words.join('').replace(/\s+/g, ' ').trim();
};
