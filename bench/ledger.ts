// `npm run bench:ledger`: a country with 20 million ledger entries and one with a tenth of them in a private PostgreSQL;
// measures reports, stock, totals and reconcile, prints, and writes docs/benchmarks-ledger.md. `--small`: a tenth of all.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smtpServer } from '../test/support/db/smtp.ts';
import type { Result } from './bench.ts';
import { fillCountry } from './country.ts';
import { connectAdmin, copyDatabase, createDatabase } from './database.ts';
import { tableOf } from './document.ts';
import { ledgerDocumentOf } from './ledger/document.ts';
import { fillLedger, type LedgerSize } from './ledger/fill.ts';
import { measureStock, measureTotals } from './ledger/pages.ts';
import { measureReconcile } from './ledger/reconcile.ts';
import { measureReports } from './ledger/reports.ts';
import { closeLedger, openLedger } from './ledger/site.ts';
import { loadNow, machineOf } from './machine.ts';
import { readOptions } from './options.ts';
import { migrateDatabase, root } from './program.ts';

const options = readOptions(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'v-sys-bench-ledger-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const smtp = await smtpServer();
const started = performance.now();
const say = (line: string): void =>
  console.log(`${((performance.now() - started) / 1000).toFixed(0).padStart(5)} s  ${line}`);

const [largeName, tenthName] = ['v_sys_ledger', 'v_sys_ledger_tenth'];
const loadBefore = loadNow();
const database = await createDatabase(largeName);
await migrateDatabase({ database, smtpUrl: smtp.url, folder });
const country = await connectAdmin(largeName);
await fillCountry(country, options);
await country.end();
const tenthDatabase = await copyDatabase(largeName, tenthName);
say('the country is filled');

const fill = async (name: string, size: LedgerSize): Promise<number> => {
  const admin = await connectAdmin(name);
  const entries = await fillLedger(admin, size);
  await admin.end();
  say(`${entries.toLocaleString('en')} entries in ${name}`);
  return entries;
};
const tenthEntries = await fill(tenthName, { reports: 2, moves: 27 });
const entries = await fill(largeName, { reports: 20, moves: 262 });

const large = await openLedger(largeName, entries, { database, smtpUrl: smtp.url }, folder);
const tenth = await openLedger(tenthName, tenthEntries, { database: tenthDatabase, smtpUrl: smtp.url }, folder);
const sites = [large, tenth];
try {
  const results: Result[] = [];
  const measured = (name: string, found: readonly Result[]): void => {
    results.push(...found);
    say(name);
  };
  // First what was filled without triggers is checked, at the end what the triggers added to it.
  measured('reconciled', [await measureReconcile(large, tenth)]);
  measured('totals', await measureTotals(large, tenth, options.runs));
  measured('stock', [await measureStock(large, options.runs)]);
  measured('reports', await measureReports(large, options.runs));
  await measureReconcile(large, tenth);
  say('reconciled again');
  console.log(`\n${tableOf(results)}\n`);
  const size = [
    `Country: ${options.venues.toLocaleString('en')} venues, ${options.basics.toLocaleString('en')} 基本型, 1,741 municipalities, 10 クール; every venue with 20 reports and 262 other entries of the ledger in 140 days, ${entries.toLocaleString('en')} entries; beside it the same country with a tenth of the reports and entries`,
    `Runs: the median of ${options.runs}, by turns. Command: \`npm run bench:ledger\``,
  ];
  const facts = { machine: await machineOf(large.admin, loadBefore), country: size };
  if (options.write) writeFileSync(join(root, 'docs/benchmarks-ledger.md'), ledgerDocumentOf(results, facts));
} finally {
  for (const site of sites) await closeLedger(site);
  await smtp.close();
}
process.exit();
