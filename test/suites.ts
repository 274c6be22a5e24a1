/** Journeys over running apps; they run one at a time. */
export const JOURNEYS = 'apps/{bench,cli,demo}/test/**/*.test.ts'

/**
 * Journeys that a run on PostgreSQL repeats: travelers, the closing of a half-year and its letters, the search of the
 * audit log, and commands. The others test pages and programs that know no engine; the procedures behind them are tested
 * on both engines beside their source. A run on SQLite also kills and restarts apps and server on PostgreSQL.
 */
export const JOURNEYS_ON_BOTH: readonly string[] = [
  'apps/demo/test/*.test.ts',
  'apps/demo/test/browser/traveler-*.test.ts',
  'apps/demo/test/browser/officer-{closes,sends-summary.slow,searches-log.slow}.test.ts',
]

/**
 * Folders whose suites cannot open a database, because nothing in them imports the store: they run on neither engine, and
 * a run on PostgreSQL leaves them out. `suites.test.ts` checks it.
 */
export const WITHOUT_DATABASE = [
  'packages/kernel',
  'packages/statistics',
  'packages/survey',
  'packages/evidence',
  'packages/scorecard',
  'packages/oversight',
  'packages/messages',
  'packages/letters',
  'packages/sample-company',
  'packages/sign-in-provider',
  'apps/reporting/src/web',
  'test',
] as const

/** Suites that start each engine themselves, whatever the engine of the run is. */
export const OF_BOTH_ENGINES = [
  'apps/cli/src/move.test.ts',
  'apps/bench/src/bench.test.ts',
  'apps/bench/test/server-restart.test.ts',
  'apps/bench/test/torture-cluster.test.ts',
  'apps/bench/test/rolling-restart.test.ts',
] as const

/** Suites about a SQLite file itself. */
export const ABOUT_SQLITE = ['**/*-on-sqlite{,.slow}.test.ts', 'packages/store/src/**/sqlite*/**/*.test.ts']
