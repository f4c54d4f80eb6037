import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // One project: what the tests of several folders need is transformed once.
    include: ['src/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'test/{ui,service,house}/**/*.test.{ts,tsx}'],
    pool: 'forks',
    maxWorkers: 2,
    // Most of what a test makes is gone when it ends: a larger room for the young saves collecting it.
    execArgv: ['--max-semi-space-size=64'],
    // One database per worker, kept over its files: opening one costs more than most files take.
    isolate: false,
    globalSetup: ['test/support/db/global-setup.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
  },
});
