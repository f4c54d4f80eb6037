#!/usr/bin/env node
// The whole suite: checks of the sources side by side, then the tests; `npm test -- --only tests` runs one part.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;

/** These look at the sources only, so they go side by side; their output is shown when they have failed. */
const checks = [
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['unused', bin('knip'), []],
  ['build', process.execPath, ['scripts/build.mjs']],
];
/** The longest of them keeps one core busy: the tests begin beside it. */
const types = ['types', bin('tsc'), ['-p', '.']];
const parts = [
  ['tests', bin('vitest'), ['run']],
  ['screens', bin('playwright'), ['test', '-c', 'test/ui/playwright.config.ts']],
  // On the engine of production; the service tests before them ran on the embedded one.
  ['journeys', process.execPath, ['test/support/db/with-postgres.mjs', bin('playwright'), 'test']],
];

// The suite starts the program some sixty times; compiled code is kept, so that only the first start compiles. Each run
// begins anew, or what was compiled of older sources would pile up.
process.env.NODE_COMPILE_CACHE ??= path.join(root, '.cache', 'compiled');
rmSync(path.join(root, '.cache', 'compiled'), { recursive: true, force: true });

const seconds = (from) => Math.round((performance.now() - from) / 1000);
const wanted = ([title]) => !only || only === title;
const end = ({ title, status, took }) => {
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'} in ${took} s`);
  if (status !== 0) process.exit(status ?? 1);
};

const check = ([title, command, args]) =>
  new Promise((resolve) => {
    const started = performance.now();
    const child = spawn(command, args, { cwd: root });
    const said = [];
    child.stdout.on('data', (part) => said.push(part));
    child.stderr.on('data', (part) => said.push(part));
    child.once('close', (status) => {
      if (status !== 0) process.stdout.write(Buffer.concat(said));
      resolve({ title, status, took: seconds(started) });
    });
  });

const run = async ([title, command, args]) => {
  const started = performance.now();
  console.log(`\n── ${title}`);
  const child = spawn(command, args, { cwd: root, stdio: 'inherit' });
  const status = await new Promise((resolve) => child.once('close', resolve));
  end({ title, status, took: seconds(started) });
};

const begin = performance.now();
if (wanted(['system'])) await run(['system', process.execPath, ['scripts/system-packages.mjs']]);
let typed = wanted(types) ? check(types) : null;
for (const done of await Promise.all(checks.filter(wanted).map(check))) end(done);
for (const part of parts.filter(wanted)) {
  await run(part);
  if (typed) end(await typed);
  typed = null;
}
if (typed) end(await typed);
console.log(`\neverything passed in ${seconds(begin)} s`);
