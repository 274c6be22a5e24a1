import { databasePlace, isDatabaseUrl, isFilled } from '@wayproof/store'
import { Misused, words } from './command-line.ts'
import { callersDatabase } from './environment.ts'

/**
 * The URL of a database that the caller named and no installation uses; undefined if none was named. Throws Misused, with
 * the usage if it is no URL of a database.
 */
export async function emptyDatabase(named: string | undefined, usage: string): Promise<string | undefined> {
  if (named === undefined) return undefined
  if (!isDatabaseUrl(named)) throw new Misused(`${words.faults.badDatabase}\n${usage}`)
  const url = callersDatabase(named)
  const place = databasePlace(url)
  if (await isFilled(place))
    throw new Misused(words.faults.databaseFilled(place.engine === 'sqlite' ? place.file : place.name))
  return url
}
