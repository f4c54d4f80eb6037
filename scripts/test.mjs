#!/usr/bin/env node
// The whole suite: checks of the sources side by side, then the tests; `npm test -- --only tests` runs one part.
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { workplace } from '../test/support/workplace.ts';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;

/** What these say is shown when they have failed: each runs beside a part that leaves a core idle now and then. */
const besideTests = [
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  // One checker: several would check what the files share several times over, on a core that the tests need.
  [
    'types',
    process.execPath,
    [path.join(root, 'node_modules/typescript-native/bin/tsc'), '-p', '.', '--checkers', '1'],
  ],
  ['unused', bin('knip'), []],
];
// Like the tests' workers (vitest.config.ts), those that drive browsers make much that is gone at once.
const playwright = ['--max-semi-space-size=64', path.join(root, 'node_modules/@playwright/test/cli.js'), 'test'];
const besideJourneys = [['screens', process.execPath, [...playwright, '-c', 'test/ui/playwright.config.ts']]];

const tests = ['tests', bin('vitest'), ['run']];
// On the engine of production; the service tests before them ran on the embedded one.
const journeys = ['journeys', process.execPath, ['test/support/db/with-postgres.mjs', process.execPath, ...playwright]];

// The suite starts the program some sixty times; compiled code is kept, so that only the first start compiles. Each run
// begins anew, or what was compiled of older sources would pile up.
process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache', 'compiled');
rmSync(path.join(root, '.cache', 'compiled'), { recursive: true, force: true });

// Whatever a part writes for the run, the databases first of all, in one place that goes with it.
const place = mkdtempSync(path.join(workplace, 'v-sys-test-'));
chmodSync(place, 0o711); // PostgreSQL runs as a user of its own and has a folder inside.
process.env.TMPDIR = place;
process.on('exit', () => rmSync(place, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

const seconds = (from) => Math.round((performance.now() - from) / 1000);
const wanted = ([title]) => !only || only === title;
const end = ({ title, status, took }) => {
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'} in ${took} s`);
  if (status !== 0) process.exit(status ?? 1);
};

/** Runs a command and shows what it says, at once or, kept `quiet`, when it has failed. */
const run = ([title, command, args], quiet = false) =>
  new Promise((resolve) => {
    const started = performance.now();
    if (!quiet) console.log(`\n── ${title}`);
    const child = spawn(command, args, { cwd: root, stdio: quiet ? 'pipe' : 'inherit' });
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (part) => said.push(part));
    child.once('close', (status) => {
      if (status !== 0) process.stdout.write(Buffer.concat(said));
      resolve({ title, status, took: seconds(started) });
    });
  });

/** A part, and what runs beside it; the first that has failed ends the suite. */
const runAll = async (parts, beside = []) => {
  const started = beside.filter(wanted).map((each) => run(each, true));
  for (const part of parts.filter(wanted)) end(await run(part));
  for (const each of started) end(await each);
};

const begin = performance.now();
await runAll([
  ['system', process.execPath, ['scripts/system-packages.mjs']],
  ['build', process.execPath, ['scripts/build.mjs']],
]);
await runAll([tests], besideTests);
await runAll([journeys], besideJourneys);
console.log(`\neverything passed in ${seconds(begin)} s`);
