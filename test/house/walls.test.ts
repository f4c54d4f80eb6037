import { execFileSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

type Report = { summary: { totalCruised: number; violations: { from: string; to: string; rule: { name: string } }[] } };

const cruise = (root: string): Report => {
  const cruiser = join('node_modules', 'dependency-cruiser', 'bin', 'dependency-cruise.mjs');
  const args = [cruiser, root, '--config', '.dependency-cruiser.cjs', '--output-type', 'json'];
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, {
        env: { ...process.env, WALLS_ROOT: root },
        encoding: 'utf8',
        maxBuffer: 2 ** 28,
      }),
    ) as Report;
  } catch (thrown) {
    return JSON.parse((thrown as { stdout: string }).stdout) as Report;
  }
};

test('nobody goes through a wall', () => {
  const { summary } = cruise('src');
  const sources = readdirSync('src', { recursive: true }).filter(
    (name) => /\.tsx?$/.test(String(name)) && !/\.test\.tsx?$/.test(String(name)),
  );
  expect(summary.totalCruised, 'the cruiser saw the sources').toBeGreaterThanOrEqual(sources.length);
  expect(summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
});

test('every wall stands: a faulty file for each rule is caught', () => {
  const caught = new Set(
    cruise('test/house/walls/src').summary.violations.map(({ rule }) =>
      rule.name.replace(/^only-upward-from-.*/, 'only-upward'),
    ),
  );
  expect([...caught].sort()).toEqual([
    'features-by-the-door',
    'islands-stay-in-the-browser',
    'kernel-knows-nobody',
    'kysely-only-in-stores',
    'no-cycles',
    'no-db-handle-in-features',
    'only-upward',
    'pages-do-not-fetch',
    'platform-knows-no-feature',
    'pure-stays-pure',
    'ui-knows-no-feature',
  ]);
});
