import type { StoreDatabase } from '@wayproof/database/store-database'
import type { WaveAnonymity } from '@wayproof/survey/waves/anonymity'
import { attackAnonymity } from '../attack-anonymity.ts'
import { attackPostgresql } from '../postgresql/attack-postgresql.ts'

/** Attacks a database of either engine and returns what it reveals about its waves. */
export const attacked = async (database: StoreDatabase, now: number): Promise<readonly WaveAnonymity[]> =>
  database.engine === 'sqlite' ? attackAnonymity({ file: database.file, now }) : attackPostgresql(database, { now })
