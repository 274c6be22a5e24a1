/**
 * Endings of the tests of the full tier, which `test` leaves out: attacks, kills, large waves, hostile files, benches,
 * whole years, and each screen in every form.
 */
export const SLOW = '.{attack,slow}.test.{ts,tsx}'
export const ALL = '.test.{ts,tsx}'

/** Tests beside their sources, and tests that start single apps and commands. */
export const SOURCES: readonly string[] = [
  'packages/*/src/**/*',
  'apps/*/src/**/*',
  'apps/{bench,cli,reporting,scheduler}/test/**/*',
  'test/**/*',
]

/** Journeys through the running apps of a sample company. */
export const JOURNEYS: readonly string[] = ['apps/demo/test/**/*']

/** Sources that can open a database; `suites.test.ts` derives their packages. A bench starts the engines it measures. */
export const WITH_DATABASE: readonly string[] = [
  'packages/{command-line,local-stack,service-start,store}/src/**/*',
  'apps/{cli,demo,scheduler,survey}/src/**/*',
  'apps/reporting/src/server/**/*',
  'apps/{bench,cli,reporting,scheduler}/test/**/*',
]

/**
 * Journeys that run on PostgreSQL as well: the demo, travelers, the closing of a half-year and its letters, the search of
 * the audit log, and the attack on anonymity. The others test pages and commands, which know no engine; the procedures
 * behind them are tested on both engines beside their sources.
 */
export const JOURNEYS_WITH_DATABASE: readonly string[] = [
  'apps/demo/test/{demo,verify-anonymity}*',
  'apps/demo/test/browser/traveler-*',
  'apps/demo/test/browser/officer-{closes,sends-summary,searches-log}*',
]

/** Tests of one engine. A test of PostgreSQL may open a SQLite file beside its database. */
export const ONLY_ON = {
  sqlite: ['**/*-on-sqlite{,.attack,.slow}.test.ts', 'packages/store/src/**/sqlite*/**'],
  postgresql: ['**/*-postgresql{,.attack,.slow}.test.ts', '**/postgresql/**'],
} as const
