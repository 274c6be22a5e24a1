import type { QueryDatabase } from '../engine/query/query-database.ts'
import { type LostKeyStore, lostKeyStore } from './lost-wave-key.ts'
import { type SurveyInstances, surveyInstances } from './survey-instances.ts'
import type { WaveKeys } from './wave-key-folder.ts'

export interface WaveKeyStores {
  /** Null if the answers of new waves are not encrypted. */
  readonly surveyInstances: SurveyInstances | null
  readonly lostKeys: LostKeyStore
}

export interface WaveKeyDeps {
  /** Absent if no key can be read. */
  readonly waveKeys: WaveKeys | undefined
  /** True if the answers of new waves are encrypted. */
  readonly encryptsAnswers: boolean
}

export const waveKeyStores = (database: QueryDatabase, { waveKeys, encryptsAnswers }: WaveKeyDeps): WaveKeyStores => ({
  surveyInstances: waveKeys && encryptsAnswers ? surveyInstances(database, waveKeys) : null,
  lostKeys: lostKeyStore(database, waveKeys),
})
