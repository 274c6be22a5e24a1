import type { QueryDatabase } from '@wayproof/database/query/query-database'
import { mustKeysBeApart } from './key-folder-rule.ts'
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
