/**
 * Writes into docs/requirements.md which browser journeys name each requirement. `--check` changes nothing and fails
 * when the file is old.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const file = join(root, 'docs/requirements.md');
const journeys = join(root, 'test/journeys');

/** At most this many ids a title: more, and nobody can tell what the test shows. */
const idsPerTitle = 3;

/** Which journey files name which id in the title of a test. */
export const titledIds = (): Map<string, Set<string>> => {
  const named = new Map<string, Set<string>>();
  for (const name of readdirSync(journeys, { recursive: true })
    .map(String)
    .filter((path) => path.endsWith('.spec.ts'))) {
    const text = readFileSync(join(journeys, name), 'utf8');
    for (const [, , title] of text.matchAll(/\btest\(\s*(['"`])([\s\S]*?)\1/g)) {
      const ids = [...(title ?? '').matchAll(/\[((?:M[0-9A-Za-z.-]+|S\d+))\]/g)].map((match) => match[1] as string);
      if (ids.length > idsPerTitle) throw new Error(`${name}: more than ${idsPerTitle} ids in 「${title}」`);
      for (const id of ids) named.set(id, (named.get(id) ?? new Set()).add(name));
    }
  }
  return named;
};

/** The ids of the requirements, and the file's text with its last column filled in. */
export const fillIn = (
  text: string,
  named: ReadonlyMap<string, ReadonlySet<string>>,
): { ids: string[]; text: string } => {
  const ids: string[] = [];
  const lines = text.split('\n').map((line) => {
    const id = /^\| ([MS][\w.-]+) \|/.exec(line)?.[1];
    if (!id) return line;
    ids.push(id);
    const where = [...(named.get(id) ?? [])].sort().join(', ');
    return line.replace(/\| [^|]*\|$/, `| ${where || '—'} |`);
  });
  return { ids, text: lines.join('\n') };
};

if (process.argv[1] === import.meta.filename) {
  const before = readFileSync(file, 'utf8');
  const { text } = fillIn(before, titledIds());
  if (process.argv.includes('--check') && text !== before) {
    console.error('docs/requirements.md is old: run `npm run requirements`');
    process.exit(1);
  }
  if (text !== before) writeFileSync(file, text);
}
