#!/usr/bin/env node
// The whole suite: checks of the sources side by side, then the tests; `npm test -- --only tests` runs one part.
import { spawn, spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;

/** These look at the sources only, so they go side by side; their output is shown when they have failed. */
const checks = [
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types', bin('tsc'), ['-p', '.']],
  ['unused', bin('knip'), []],
  ['build', process.execPath, ['scripts/build.mjs']],
];
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
const end = (title, status, started) => {
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds(started)} s`);
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
      resolve({ title, status, started });
    });
  });

const run = ([title, command, args]) => {
  const started = performance.now();
  console.log(`\n── ${title}`);
  end(title, spawnSync(command, args, { cwd: root, stdio: 'inherit' }).status, started);
};

const begin = performance.now();
if (wanted(['system'])) run(['system', process.execPath, ['scripts/system-packages.mjs']]);
for (const { title, status, started } of await Promise.all(checks.filter(wanted).map(check)))
  end(title, status, started);
for (const part of parts.filter(wanted)) run(part);
console.log(`\neverything passed in ${seconds(begin)} s`);
