import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/no-console.ts', 'test/support/properties.ts'],
    reporters: ['default', './test/support/tally-reporter.ts'],
    // Some tests start the program, which reads its documents first.
    testTimeout: 60_000,
  },
})
