import type { QueryDatabase } from '../engine/query/query-database.ts'
import { type LostKeyStore, lostKeyStore } from './lost-wave-key.ts'
import { type SurveyInstances, surveyInstances } from './survey-instances.ts'
import type { WaveKeys } from './wave-key-folder.ts'

export interface WaveKeyStores {
  /** Null if no key can be read. Without new encrypted waves, an earlier one may still be open. */
  readonly surveyInstances: SurveyInstances | null
  readonly lostKeys: LostKeyStore
}

export interface WaveKeyDeps {
  /** Absent if no key can be read. */
  readonly waveKeys: WaveKeys | undefined
}

export const waveKeyStores = (database: QueryDatabase, { waveKeys }: WaveKeyDeps): WaveKeyStores => ({
  surveyInstances: waveKeys ? surveyInstances(database, waveKeys) : null,
  lostKeys: lostKeyStore(database, waveKeys),
})
