import { defineConfig } from 'vitest/config'
import { ABOUT_SQLITE, JOURNEYS, JOURNEYS_ON_BOTH, OF_BOTH_ENGINES, WITHOUT_DATABASE } from './test/suites.ts'

const POSTGRESQL = 'packages/local-stack/src/testing/running-postgresql.ts'

const onPostgresql = process.env.TEST_ENGINE === 'postgresql'
/** A test that hangs fails after this time. A busy machine with 2 cores takes 15 times as long as an idle one. */
const TEST_LIMIT_MS = 300_000
/** As long as a page's locators wait: a loaded machine may take many seconds to draw a page or to start a process. */
const ASSERTIONS = { poll: { timeout: 60_000 } }
const leftOut = onPostgresql
  ? [...ABOUT_SQLITE, ...OF_BOTH_ENGINES, ...WITHOUT_DATABASE.map((folder) => `${folder}/**`)]
  : []

// Two kinds: everything beside its source, and the journeys over running apps.
export default defineConfig({
  test: {
    // Without the durations of the last run files run in one order, by size, on every machine.
    cache: false,
    projects: [
      {
        test: {
          name: 'source',
          globalSetup: [POSTGRESQL],
          include: ['packages/*/src/**/*.test.{ts,tsx}', 'apps/*/{src,test}/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: [JOURNEYS, '**/node_modules/**', ...leftOut],
          // Both cores, and what a worker has loaded stays loaded: no module keeps state that a test could leave behind.
          maxWorkers: 2,
          isolate: false,
          expect: ASSERTIONS,
          testTimeout: TEST_LIMIT_MS,
          hookTimeout: TEST_LIMIT_MS,
        },
      },
      {
        test: {
          name: 'journeys',
          include: onPostgresql ? [...JOURNEYS_ON_BOTH] : [JOURNEYS],
          exclude: ['**/node_modules/**', ...leftOut],
          globalSetup: [POSTGRESQL, 'apps/demo/test/setup/running-stack.ts'],
          expect: ASSERTIONS,
          testTimeout: TEST_LIMIT_MS,
          hookTimeout: TEST_LIMIT_MS,
          // Each worker has a stack of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
})
