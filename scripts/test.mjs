#!/usr/bin/env node
// The whole suite, one part after the other; `npm test -- --only tests` runs one part.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const bin = (name) => path.join(root, 'node_modules', '.bin', name);
const only = process.argv.includes('--only') ? process.argv[process.argv.indexOf('--only') + 1] : null;

const parts = [
  ['system', process.execPath, ['scripts/system-packages.mjs']],
  ['lint', bin('biome'), ['check', '--error-on-warnings', '.']],
  ['types', bin('tsc'), ['-p', '.']],
  ['unused', bin('knip'), []],
  ['build', process.execPath, ['scripts/build.mjs']],
  ['tests', bin('vitest'), ['run']],
  ['screens', bin('playwright'), ['test', '-c', 'test/ui/playwright.config.ts']],
  ['journeys', bin('playwright'), ['test']],
];

const seconds = (from) => Math.round((performance.now() - from) / 1000);
const begin = performance.now();
for (const [title, command, args] of parts) {
  if (only && only !== title) continue;
  const started = performance.now();
  console.log(`\n── ${title}`);
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit' });
  console.log(`── ${title}: ${status === 0 ? 'ok' : 'FAILED'} in ${seconds(started)} s`);
  if (status !== 0) process.exit(status ?? 1);
}
console.log(`\neverything passed in ${seconds(begin)} s`);
