import { defineConfig } from '@playwright/test';

/**
 * Journeys through the browser as people make them; one server and one copy of the demo world per worker. A journey
 * mostly waits for its page, so there are more workers than cores.
 */
export default defineConfig({
  testDir: 'test/journeys',
  globalSetup: './test/support/journeys/prepare-world.ts',
  fullyParallel: false,
  workers: 4,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  outputDir: 'test-results',
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    viewport: { width: 1280, height: 900 },
    launchOptions: {
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
