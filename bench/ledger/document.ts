import type { Result } from '../bench.ts';
import { type Facts, notesOf, tableOf } from '../document.ts';

/** docs/benchmarks-ledger.md: measured figures only, and how they came about. */
export const ledgerDocumentOf = (
  results: readonly Result[],
  { machine, country }: Facts,
): string => `# Benchmarks of the ledger

Written by \`npm run bench:ledger\`; not edited by hand. The other figures are in [benchmarks.md](benchmarks.md).

${[...machine, ...country].map((line) => `- ${line}`).join('\n')}

${tableOf(results)}

${notesOf(results)}

## How it is measured

The built program runs as in production, and the figures are made as [benchmarks.md](benchmarks.md) says. The entries are filled by
SQL without triggers; balances and totals are then made from them set by set (\`bench/ledger/fill/\`), and \`npm run reconcile\`,
which rebuilds every one of them from the entries, must find no difference: before anything is measured, and once more after the
reports of the measurement, which went through the triggers. The floor of a report is \`pg\` alone, one transaction with the same
inserts, without HTTP and without looking anything up (\`bench/children/floor-demands.ts\`).
`;
