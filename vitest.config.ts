import { defineConfig } from 'vitest/config';

const db = { globalSetup: ['test/support/db/global-setup.ts'], testTimeout: 20_000, hookTimeout: 60_000 };
const onDatabase = ['src/**/*.{service,page}.test.{ts,tsx}', 'test/service/**/*.test.{ts,tsx}'];

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    pool: 'forks',
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          // Pure: there is nothing of one file that another could meet, and modules are loaded once a worker.
          isolate: false,
          include: ['src/**/*.test.{ts,tsx}', 'test/ui/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts'],
          exclude: onDatabase,
        },
      },
      // One database per worker, kept over its files: opening one costs more than most files take.
      { extends: true, test: { name: 'service', include: onDatabase, isolate: false, ...db } },
      { extends: true, test: { name: 'house', include: ['test/house/**/*.test.{ts,tsx}'], isolate: false, ...db } },
    ],
  },
});
