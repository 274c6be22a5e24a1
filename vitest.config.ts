import { availableParallelism } from 'node:os'
import { defineConfig, type TestProjectConfiguration } from 'vitest/config'
import { ListSkipped } from './test/list-skipped.ts'
import { ALL, JOURNEYS, JOURNEYS_WITH_DATABASE, ONLY_ON, SLOW, SOURCES, WITH_DATABASE } from './test/suites.ts'

const FOLDER = 'test/run-folder.ts'
const POSTGRESQL = 'packages/local-stack/src/testing/running-postgresql.ts'
const STACK = 'apps/demo/test/setup/running-stack.ts'

/** One more than cores, because tests wait for processes. Each worker has a sample company of its own for its journeys. */
const WORKERS = Math.min(availableParallelism(), 7) + 1
/** A test that hangs fails after this time. A busy machine with 2 cores takes 15 times as long as an idle one. */
const TEST_LIMIT_MS = 300_000
/** As long as a page's locators wait: a loaded machine may take many seconds to draw a page or to start a process. */
const ASSERTIONS = { poll: { timeout: 60_000 } }

/** `quick`: what `test` runs, on SQLite. `rest`: what it leaves out. `all`: both. */
const tier = process.env.TEST_TIER ?? 'quick'

interface Options {
  readonly globalSetup?: readonly string[]
  readonly isolate?: boolean
}

const project = (
  name: string,
  engine: 'sqlite' | 'postgresql',
  tests: readonly string[],
  { globalSetup = [], ...options }: Options,
): TestProjectConfiguration => ({
  test: {
    name,
    include: [...tests],
    exclude: [
      '**/node_modules/**',
      ...ONLY_ON[engine === 'sqlite' ? 'postgresql' : 'sqlite'],
      ...(tier === 'quick' ? [`**/*${SLOW}`] : []),
    ],
    provide: { engine },
    maxWorkers: WORKERS,
    env: { TEST_ENGINE: engine },
    expect: ASSERTIONS,
    testTimeout: TEST_LIMIT_MS,
    hookTimeout: TEST_LIMIT_MS,
    ...options,
    globalSetup: [FOLDER, ...globalSetup],
  },
})

const withEnding = (paths: readonly string[]) => paths.map((path) => `${path}${tier === 'rest' ? SLOW : ALL}`)

// What a worker has loaded of the sources stays loaded: no module keeps state that a test could leave behind.
const onSqlite = [
  project('source', 'sqlite', withEnding(SOURCES), { isolate: false }),
  project('journeys', 'sqlite', withEnding(JOURNEYS), { globalSetup: [STACK] }),
]
const onPostgresql = [
  project('source-postgresql', 'postgresql', WITH_DATABASE, { globalSetup: [POSTGRESQL], isolate: false }),
  project('journeys-postgresql', 'postgresql', JOURNEYS_WITH_DATABASE, { globalSetup: [POSTGRESQL, STACK] }),
]

export default defineConfig({
  test: {
    // Without the durations of the last run files run in one order, by size, on every machine.
    cache: false,
    maxWorkers: WORKERS,
    reporters: ['default', new ListSkipped()],
    projects: tier === 'quick' ? onSqlite : [...onSqlite, ...onPostgresql],
  },
})
