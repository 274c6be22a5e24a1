import { globSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'

const root = join(import.meta.dirname, '..')

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
 * Sources that run on PostgreSQL as well: the tests of packages that open a database of the run, and of the apps, which
 * know no engine and have no SQL, the processes and commands of the full tier. A bench starts the engines it measures.
 */
export const WITH_DATABASE: readonly string[] = [
  ...testsOnDatabase(),
  `packages/{command-line,local-stack,service-start}/src/**/*${ALL}`,
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
  sqlite: ['**/*-on-sqlite{,.attack,.slow}.test.ts', 'packages/database/src/sqlite/**'],
  postgresql: ['**/*-postgresql{,.attack,.slow}.test.ts', '**/postgresql/**'],
} as const

/** Tests of packages that import what opens a database, themselves or through a file that only tests have. */
export function testsOnDatabase(): readonly string[] {
  const opening = new Map<string, boolean>()
  const opens = (path: string): boolean => {
    const known = opening.get(path)
    if (known !== undefined) return known
    opening.set(path, false)
    const found = path.startsWith('packages/database/src/testing/') || helpersOf(path).some(opens)
    opening.set(path, found)
    return found
  }
  return globSync(`packages/*/src/**/*${ALL}`, { cwd: root }).filter(opens)
}

/** The files of `testing` folders that a file imports, as paths from the root. */
function helpersOf(path: string): string[] {
  const text = readFileSync(join(root, path), 'utf8')
  return [...text.matchAll(/from '(?:(\.[^']+)|@wayproof\/([\w-]+)\/([^']+))'/g)]
    .map(([, beside, name, inside]) =>
      beside === undefined ? `packages/${name}/src/${inside}.ts` : posix.join(posix.dirname(path), beside),
    )
    .filter((helper) => helper.includes('/testing/'))
}
