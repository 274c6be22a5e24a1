import type { ReadQuery } from '@wayproof/database/query/query'
import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { TRIAL } from '../trial/trial-columns.ts'
import { type LostKeyStore, lostKeyStore } from './lost-wave-key.ts'
import { type SurveyInstances, surveyInstances } from './survey-instances.ts'
import type { WaveKeys } from './wave-key-folder.ts'

export interface WaveKeyStores {
  /** Null if no key can be read. Without new encrypted waves, an earlier one may still be open. */
  readonly surveyInstances: SurveyInstances | null
  readonly lostKeys: LostKeyStore
  /** Whether the folder of wave keys is inside a folder of data or backups, whose copy would contain both. */
  areKeysAmongData(): boolean
  /** Whether an installation with a public address must not start like that. */
  mustKeysBeApart(): Promise<boolean>
}

export interface WaveKeyDeps {
  /** Absent if no key can be read. */
  readonly waveKeys: WaveKeys | undefined
  /** Folders of data and backups; none if no new wave is encrypted. */
  readonly dataFolders: readonly string[]
}

export const waveKeyStores = (database: QueryDatabase, { waveKeys, dataFolders }: WaveKeyDeps): WaveKeyStores => ({
  surveyInstances: waveKeys ? surveyInstances(database, waveKeys) : null,
  lostKeys: lostKeyStore(database, waveKeys),
  areKeysAmongData: () => waveKeys?.isInside(dataFolders) ?? false,
  mustKeysBeApart: () => mustKeysBeApart(database.query),
})

/**
 * An installation that began under the rule, unless a wave is linked: its travelers must be able to answer, and its close
 * needs the key where it is.
 */
const HELD = `SELECT 1 FROM installation
  WHERE keys_apart AND NOT EXISTS (SELECT 1 FROM wave WHERE status NOT IN ('unlinked', '${TRIAL}'))`

/** Whether an installation with a public address must not run with its wave keys among its data. */
export const mustKeysBeApart = async (query: ReadQuery): Promise<boolean> => (await query.get(HELD)) !== undefined
