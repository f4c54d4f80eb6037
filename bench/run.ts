// `npm run bench`: fills a country in a private PostgreSQL, measures, prints, and writes docs/benchmarks.md.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { smtpServer } from '../test/support/db/smtp.ts';
import type { Bench, Part, Recorded, Result, Site } from './bench.ts';
import { fillCountry, type Size } from './country.ts';
import { connectAdmin, createDatabase } from './database.ts';
import { documentOf, tableOf } from './document.ts';
import { clientOf } from './load.ts';
import { loadNow, machineOf } from './machine.ts';
import { type Options, readOptions } from './options.ts';
import { accounts } from './parts/accounts.ts';
import { articleSearch } from './parts/articles.ts';
import { demand } from './parts/demand.ts';
import { fix } from './parts/fix.ts';
import { list } from './parts/list.ts';
import { memory } from './parts/memory.ts';
import { proposals } from './parts/proposals.ts';
import { publicSite } from './parts/public.ts';
import { search } from './parts/search.ts';
import { spike } from './parts/spike.ts';
import { freePort, migrateDatabase, root, startProgram, untilQuiet } from './program.ts';
import { makeRecordings } from './recordings.ts';

const parts: readonly Part[] = [
  list,
  search,
  articleSearch,
  accounts,
  demand,
  proposals,
  fix,
  publicSite,
  spike,
  memory,
];

const options = readOptions(process.argv.slice(2));
const folder = mkdtempSync(join(tmpdir(), 'v-sys-bench-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    console.error(`stopped by ${signal}`);
    process.exit(1);
  });
const smtp = await smtpServer();
const say = (line: string): void => console.log(line);

const profiling = ['--cpu-prof', `--cpu-prof-dir=${join(root, '.cache/profiles')}`];

type Opened = { readonly site: Site; readonly recorded?: Recorded };

/** A country of this size with the program on it; `record`: asks another process of the program first. */
const openSite = async (name: string, size: Size, record?: Options): Promise<Opened> => {
  const database = await createDatabase(name);
  const start = { database, smtpUrl: smtp.url, folder: mkdtempSync(join(folder, 'data-')) };
  await migrateDatabase(start);
  const admin = await connectAdmin(name);
  const started = performance.now();
  await fillCountry(admin, size);
  say(`${size.venues.toLocaleString('en')} venues filled in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  const recorded = record && (await recordOn(start, admin, record));
  const inspectorPort = await freePort();
  const program = await startProgram({
    ...start,
    nodeArgs: [`--inspect-port=127.0.0.1:${inspectorPort}`, ...(record?.profile ? profiling : [])],
  });
  const client = clientOf(program.url);
  const site = { venues: size.venues, databaseUrl: database.app, admin, program, client, inspectorPort };
  return { site, ...(recorded && { recorded }) };
};

const recordOn = async (start: Parameters<typeof startProgram>[0], admin: Site['admin'], record: Options) => {
  const program = await startProgram({ ...start, nodeArgs: ['--import', join(root, 'bench/children/recorder.ts')] });
  const client = clientOf(program.url);
  const recorded = await makeRecordings({ program, client, admin, options: record });
  client.close();
  await program.stop();
  return recorded;
};

const measure = async (bench: Bench): Promise<Result[]> => {
  const results: Result[] = [];
  for (const { name, measure: measurePart } of parts) {
    if (options.only.length > 0 && !options.only.includes(name)) continue;
    const started = performance.now();
    results.push(...(await measurePart(bench)));
    say(`${name}: ${((performance.now() - started) / 1000).toFixed(0)} s`);
  }
  return results;
};

const { venues, basics } = options;
const loadBefore = loadNow();
const large = await openSite('v_sys_country', options, options);
const small = await openSite('v_sys_tenth', {
  venues: venues / 10,
  basics: basics / 10,
  largeBasics: options.largeBasics / 10,
});
const sites = [large.site, small.site];
try {
  if (!large.recorded) throw new Error('nothing was recorded');
  for (const { program } of sites) await untilQuiet(program.pid);
  const bench: Bench = { options, country: large.site, tenth: small.site, recorded: large.recorded };
  const results = await measure(bench);
  say(`\n${tableOf(results)}\n`);
  const country = [
    `Country: ${venues.toLocaleString('en')} venues, ${basics.toLocaleString('en')} 基本型, 1,741 municipalities, 10 クール with demands, allocations and distributions, an eleventh before 確定, a twelfth open for registration`,
    `Runs: the median of ${options.runs}, by turns. Command: \`npm run bench\``,
  ];
  const facts = { machine: await machineOf(large.site.admin, loadBefore), country };
  if (options.write) writeFileSync(join(root, 'docs/benchmarks.md'), documentOf(results, facts));
} finally {
  for (const { program, client, admin } of sites) {
    client.close();
    await program.stop();
    await admin.end();
  }
  await smtp.close();
}
process.exit();
