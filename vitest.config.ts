// Which tests there are: rules and rooms (unit), and journeys through a real browser.
import { defineConfig } from 'vitest/config'

const shared = { pool: 'forks' as const, maxWorkers: 2, testTimeout: 20_000, hookTimeout: 60_000 }
const tsx = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } }

export default defineConfig({
  oxc: tsx,
  test: {
    ...shared,
    globalSetup: './tests/global-setup.ts',
    projects: [
      {
        oxc: tsx,
        test: {
          ...shared,
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'tests/**/*.test.{ts,tsx}', 'checks/**/*.test.ts', 'bench/**/*.test.ts'],
          exclude: ['tests/journeys/**'],
        },
      },
      {
        oxc: tsx,
        test: {
          ...shared,
          name: 'journeys',
          globalSetup: './tests/journeys/site.ts',
          include: ['tests/journeys/**/*.test.{ts,tsx}'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
