/** Journeys over running apps; they run one at a time. */
export const JOURNEYS = 'apps/{bench,cli,demo}/test/**/*.test.ts'

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
  'packages/messages',
  'packages/letters',
  'packages/sample-company',
  'packages/sign-in-provider',
  'apps/reporting/src/web',
  'test',
] as const

/** Suites about a SQLite file itself. */
export const ABOUT_SQLITE = ['**/*-on-sqlite.test.ts', 'packages/store/src/**/sqlite*/**/*.test.ts']
