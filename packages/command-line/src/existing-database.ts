import { existsSync } from 'node:fs'
import { type DatabasePlace, databasePlace } from '@wayproof/database/installation/database-place'
import type { StorePlace } from '@wayproof/database/installation/store-settings'
import { messages } from '@wayproof/messages/messages'
import { Misused, terminalLocale } from './command-line.ts'

const { anonymity, backups } = messages(terminalLocale)

/** The database of an installation. Throws Misused if it is a file that does not exist. */
export function existingDatabase({ databaseUrl }: Pick<StorePlace, 'databaseUrl'>): DatabasePlace {
  const place = databasePlace(databaseUrl)
  if (place.engine === 'sqlite' && !existsSync(place.file)) throw new Misused(anonymity.noDatabase(place.file))
  return place
}

/** The file of an installation's database, for commands that work on files. Throws Misused if it is on a server. */
export function databaseFile({ databaseUrl }: Pick<StorePlace, 'databaseUrl'>): string {
  const place = databasePlace(databaseUrl)
  if (place.engine !== 'sqlite') throw new Misused(backups.onServer(place.name))
  return place.file
}
