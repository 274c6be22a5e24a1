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

/**
 * Sources that run on PostgreSQL as well: the packages that open a database, and of the apps, which know no engine and
 * have no SQL, the processes and commands of the full tier. A bench starts the engines it measures.
 */
export const WITH_DATABASE: readonly string[] = [
  `packages/{command-line,local-stack,service-start,store}/src/**/*${ALL}`,
  `apps/{cli,survey}/src/**/*${SLOW}`,
  `apps/{bench,cli,reporting,scheduler}/test/**/*${SLOW}`,
  `apps/scheduler/test/*-on-postgresql${ALL}`,
]

/**
 * Journeys that run on PostgreSQL as well: the demo, travelers, and the attack on anonymity. The others test pages and
 * commands, which know no engine; the stores behind them are tested on both engines.
 */
export const JOURNEYS_WITH_DATABASE: readonly string[] = [
  `apps/demo/test/{demo,verify-anonymity}*${ALL}`,
  `apps/demo/test/browser/traveler-{answers,comes-back}*${ALL}`,
]

/** Tests of one engine. A test of PostgreSQL may open a SQLite file beside its database. */
export const ONLY_ON = {
  sqlite: ['**/*-on-sqlite{,.attack,.slow}.test.ts', 'packages/store/src/**/sqlite*/**'],
  postgresql: ['**/*-postgresql{,.attack,.slow}.test.ts', '**/postgresql/**'],
} as const
