import { defineConfig } from '@playwright/test';

/**
 * Playwright is the runner for both browsers; Firefox itself is driven by puppeteer, because Playwright
 * cannot drive the stock one (docs/testing.md). One worker: two cores, and each test runs a real call.
 */
export default defineConfig<{ browserKind: 'chromium' | 'firefox' }>({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  workers: 1,
  fullyParallel: false,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  forbidOnly: true,
  // Software rendering on two cores now and then starves a real call; a test that needs another try is listed as flaky. Three,
  // for the headset at 8 kHz (Prepare), whose random sound is not always told thin in time.
  retries: 3,
  projects: [
    {
      name: 'chromium',
      use: { browserKind: 'chromium' },
      grepInvert: /@long/,
      testIgnore: /variants/,
    },
    {
      name: 'firefox',
      use: { browserKind: 'firefox' },
      grepInvert: /@long|@chromium/,
      testIgnore: /variants/,
    },
    { name: 'long-chromium', use: { browserKind: 'chromium' }, grep: /@long/ },
    // Fourteen calls one after the other: with them `npm test` would take longer than a quarter of an hour.
    {
      name: 'long-variants-chromium',
      use: { browserKind: 'chromium' },
      grepInvert: /@long/,
      testMatch: /variants/,
    },
    {
      name: 'long-variants-firefox',
      use: { browserKind: 'firefox' },
      grepInvert: /@long|@chromium/,
      testMatch: /variants/,
    },
    {
      name: 'long-firefox',
      use: { browserKind: 'firefox' },
      grep: /@long/,
      grepInvert: /@chromium/,
    },
  ],
});
