import { defineConfig } from '@playwright/test';
import { chromium } from '../support/chromium.ts';

/** The gallery's checks need a build but no server or database: playwright test -c test/ui/playwright.config.ts */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  reporter: [['list']],
  // Not in test-results/, which the journeys beside it empty.
  outputDir: '../../.cache/screens',
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    launchOptions: chromium,
  },
});
