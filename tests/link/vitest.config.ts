import { defineConfig } from 'vitest/config';

/** Apart from the units: it measures times, so nothing of ours may run beside it. */
export default defineConfig({
  test: { include: ['tests/link/*.test.ts'], environment: 'node', testTimeout: 20_000 },
});
