import { defineConfig } from '@playwright/test';
import { chromium } from './test/support/chromium.ts';

/**
 * Journeys through the browser as people make them; one server and one copy of the demo world per worker. A journey
 * mostly waits for its page, so there are more workers than cores.
 */
export default defineConfig({
  testDir: 'test/journeys',
  globalSetup: './test/support/journeys/prepare-world.ts',
  fullyParallel: false,
  workers: 3,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
    launchOptions: chromium,
  },
});
