import {
  type DatabasePlace,
  databasePlace,
  isDatabaseUrl,
  nameOfPlace,
} from '@wayproof/database/installation/database-place'
import { isFilled } from '@wayproof/database/installation/is-filled'
import { Misused, words } from './command-line.ts'
import { callersDatabase } from './environment.ts'

/** The place of a database that the caller named. Throws Misused with the usage if it is no URL of a database. */
export function namedDatabase(named: string, usage: string): { readonly url: string; readonly place: DatabasePlace } {
  if (!isDatabaseUrl(named)) throw new Misused(`${words.faults.badDatabase}\n${usage}`)
  const url = callersDatabase(named)
  return { url, place: databasePlace(url) }
}

/**
 * The URL of a database that the caller named and no installation uses; undefined if none was named. Throws Misused, with
 * the usage if it is no URL of a database.
 */
export async function emptyDatabase(named: string | undefined, usage: string): Promise<string | undefined> {
  if (named === undefined) return undefined
  const { url, place } = namedDatabase(named, usage)
  if (await isFilled(place)) throw new Misused(words.faults.databaseFilled(nameOfPlace(place)))
  return url
}
