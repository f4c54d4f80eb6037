import { defineConfig } from '@playwright/test';
import { chromium } from '../support/chromium.ts';

/** The gallery's checks need a build but no server or database: playwright test -c test/ui/playwright.config.ts */
export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  fullyParallel: true,
  workers: 2,
  reporter: [['list']],
  outputDir: '../../test-results/ui',
  use: {
    locale: 'ja-JP',
    timezoneId: 'Asia/Tokyo',
    launchOptions: chromium,
  },
});
