/** On which page of a printed manual each heading stands: the browser cannot count pages in a list of contents itself. */
import { execFileSync } from 'node:child_process';

type Outline = { readonly title: string; readonly destpageposfrom1: number; readonly kids: readonly Outline[] };

const flat = (outlines: readonly Outline[]): readonly Outline[] =>
  outlines.flatMap((outline) => [outline, ...flat(outline.kids)]);
const bare = (title: string): string => title.replaceAll(/\s/g, '');

/** Pages from 1 for headings given in the order of the manual. */
export const pageNumbers = (pdf: string, headings: readonly string[]): readonly number[] => {
  const { outlines } = JSON.parse(
    execFileSync('qpdf', ['--json', '--json-key=outlines', pdf], { encoding: 'utf8', maxBuffer: 1e8 }),
  ) as { outlines: readonly Outline[] };
  const entries = flat(outlines);
  let from = 0;
  return headings.map((heading) => {
    const at = entries.findIndex(({ title }, index) => index >= from && bare(title) === bare(heading));
    const entry = entries[at];
    if (!entry) throw new Error(`no bookmark 「${heading}」 in ${pdf}`);
    from = at + 1;
    return entry.destpageposfrom1;
  });
};
