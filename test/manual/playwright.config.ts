import { defineConfig } from '@playwright/test';
import journeys from '../../playwright.config.ts';
import { manuals } from './manuals.ts';

/** The walks of the manuals: a project, and so a worker and a fresh demo world, for each role. */
export default defineConfig({
  ...journeys,
  testDir: '.',
  testMatch: 'walks.spec.ts',
  globalSetup: '../support/journeys/prepare-world.ts',
  workers: 3,
  // Pictures take their time on a busy machine.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  use: { ...journeys.use, actionTimeout: 45_000 },
  outputDir: '../../test-results/manual',
  projects: manuals.map(({ role }) => ({ name: role, grep: new RegExp(`^(.* )?${role}: `) })),
});
