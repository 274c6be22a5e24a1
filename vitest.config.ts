import { defineConfig } from 'vitest/config'

const journeys = 'apps/{bench,cli,demo}/test/**/*.test.ts'

// Two kinds: everything beside its source, and the journeys over running apps, one at a time.
export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'source',
          globalSetup: ['packages/local-stack/src/testing/running-postgresql.ts'],
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'apps/*/{src,test}/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [journeys, '**/node_modules/**'],
          // Both cores, and what a worker has loaded stays loaded: no module keeps state that a test could leave behind.
          maxWorkers: 2,
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'journeys',
          include: [journeys],
          globalSetup: ['apps/demo/test/setup/running-stack.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
