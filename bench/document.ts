import type { Result } from './bench.ts';
import type { Figures } from './compare.ts';

const ms = (value: number): string => (Number.isNaN(value) ? '–' : value < 10 ? value.toFixed(2) : value.toFixed(0));
const both = (a: number | undefined, b: number | undefined): string =>
  a === undefined ? '–' : b === undefined ? ms(a) : `${ms(a)} / ${ms(b)}`;

const verdict = ({ met }: Result): string => (met === null ? '–' : met ? 'yes' : '**no**');

const row = (result: Result): string => {
  const { ours, beside } = result;
  const of = (key: keyof Figures): string => both(ours?.[key], beside?.figures[key]);
  const what = beside ? `${result.what} / ${beside.name}` : result.what;
  return `| ${[what, result.figure, result.limit, verdict(result), of('node'), of('postgres'), of('p50'), of('p99')].join(' | ')} |`;
};

export const tableOf = (results: readonly Result[]): string =>
  [
    '| what | measured | limit | met | node CPU, ms a request | PostgreSQL CPU, ms | p50, ms | p99, ms |',
    '|---|---|---|---|---|---|---|---|',
    ...results.map(row),
  ].join('\n');

/** A line for each result that has something to add. */
export const notesOf = (results: readonly Result[]): string =>
  results
    .filter(({ note }) => note)
    .map(({ what, note }) => `- ${what}: ${note}`)
    .join('\n');

export type Facts = { readonly machine: readonly string[]; readonly country: readonly string[] };

/** docs/benchmarks.md: measured figures only, and how they came about. */
export const documentOf = (results: readonly Result[], { machine, country }: Facts): string => `# Benchmarks

Written by \`npm run bench\`; not edited by hand.

${[...machine, ...country].map((line) => `- ${line}`).join('\n')}

${tableOf(results)}

${notesOf(results)}

## How it is measured

The built program runs as in production (\`DEMO=0\`, a login without rights of its own, row security on, log at \`info\`), on a
country that is filled by SQL, the same every time. Two figures in a cell are ours and what stands beside it. Each figure is the
median of the runs, ours and the other by turns, so that a busy machine slows both; a ratio is the median of the ratios of
neighbouring runs. CPU is what the kernel counted for the process (\`/proc\`), divided by the requests; PostgreSQL's is that of the
connections of the one measured. Times are those of a client on the same machine with four open connections, one for searching and
確定.

The floors are in \`bench/children/\`. For pages: \`node:http\` and \`pg\`, which read the session cookie, send the very statements that
the program sends for the page (recorded from it before), and then the very bytes and headers that the program answered, prepared
beforehand; for a cached page no statements. For registering a demand: \`pg\` alone, one transaction with the same inserts, without
HTTP and without looking anything up.

The heap is read through node's inspector, which a running node opens on SIGUSR1; the program knows nothing of it.
`;
