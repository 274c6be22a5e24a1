import type { Ids, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { SurveyStore } from '@wayproof/survey'
import { answerStore } from './answers/answer-store.ts'
import type { Journal } from './backup/journal.ts'
import { commentStore } from './comments/comment-store.ts'
import type { StoreDatabase } from './engine/store-database.ts'
import { programmeStore } from './opening/programme-store.ts'
import { questionnaireStore } from './questionnaires/questionnaire-store.ts'
import { waveRuleStore } from './rules/wave-rules.ts'
import { tallyStore } from './tallies/tally-store.ts'
import { travelerStore } from './travelers/traveler-store.ts'
import { unlinkWave } from './unlinking/unlink-wave.ts'
import type { WaveKeys } from './wave-keys/wave-key-folder.ts'
import { closeChangeStore } from './waves/close-changes.ts'
import { pauseStore } from './waves/pause-wave.ts'
import { waveStore } from './waves/wave-store.ts'

export interface SurveyStoreDeps {
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** Events that must outlive the database are written here before they are acknowledged. */
  readonly journal?: Journal
  readonly waveKeys?: WaveKeys | undefined
  /** True if the answers of new waves are encrypted. */
  readonly encryptsAnswers?: boolean
}

/**
 * Waves, travelers and answers in the database. Create one for each process and database, because its answers share
 * commits.
 */
export function surveyStore(database: StoreDatabase, deps: SurveyStoreDeps): SurveyStore {
  return {
    ...questionnaireStore(database),
    ...programmeStore(database),
    ...travelerStore(database, deps),
    ...waveStore(database, deps),
    ...pauseStore(database, deps),
    ...closeChangeStore(database),
    ...waveRuleStore(database),
    ...answerStore(database, deps),
    ...tallyStore(database),
    ...commentStore(database),
    unlinkWave: (waveId, at) => unlinkWave(database, deps, waveId, at),
  }
}
