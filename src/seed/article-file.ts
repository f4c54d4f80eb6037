import { articleTypes, audiences, topics } from '../features/knowledge/index.ts';
import { isDay } from '../kernel/calendar.ts';

/** An article that comes with the program, as its file says it. */
export type ArticleFile = {
  readonly slug: string;
  readonly title: string;
  readonly type: string;
  readonly audiences: readonly string[];
  readonly topic: string;
  readonly publishedOn: string;
  readonly body: string;
};

type Named = readonly { readonly value: string; readonly label: string }[];

/** Reads one `articles/NN-slug.md`; what is wrong with it is said with its name, to whoever wrote it. */
export const readArticleFile = (name: string, text: string): ArticleFile => {
  const fault = (what: string): Error => new Error(`articles/${name}: ${what}`);
  const [, head = '', body = ''] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text.replaceAll('\r\n', '\n')) ?? [];
  const fields = new Map(
    head.split('\n').map((line): [string, string] => {
      const colon = line.indexOf(':');
      return [line.slice(0, Math.max(0, colon)).trim(), line.slice(colon + 1).trim()];
    }),
  );
  const get = (key: string): string => {
    const value = fields.get(key);
    if (!value) throw fault(`「${key}」 is missing in the head`);
    return value;
  };
  const valueIn = (list: Named, label: string): string => {
    const entry = list.find((one) => one.label === label);
    if (!entry) throw fault(`「${label}」 is none of ${list.map((one) => one.label).join(', ')}`);
    return entry.value;
  };
  const slug = get('slug');
  if (!/^[a-z0-9][a-z0-9-]{0,79}$/.test(slug)) throw fault('the slug may have a-z, 0-9 and -');
  const publishedOn = get('published');
  if (!isDay(publishedOn)) throw fault('published must be a day, YYYY-MM-DD');
  if (body.trim() === '') throw fault('the text is missing');
  return {
    slug,
    title: get('title'),
    type: valueIn(articleTypes, get('type')),
    audiences: get('audience')
      .split(/[,、]/)
      .map((label) => valueIn(audiences, label.trim())),
    topic: valueIn(topics, get('topic')),
    publishedOn,
    body: body.trim(),
  };
};
