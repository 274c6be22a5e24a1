import type { StoreDatabase } from '@wayproof/database/store-database'
import { questionnaireStore } from '@wayproof/forms/questionnaires/questionnaire-store'
import type { Journal } from '@wayproof/journal/kept-events/journal'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import { waveRuleStore } from '@wayproof/scorecard/rules/wave-rules'
import { answerStore } from '@wayproof/survey/answers/answer-store'
import { commentStore } from '@wayproof/survey/comments/comment-records'
import { programmeStore } from '@wayproof/survey/opening/programme-store'
import type { SurveyStore } from '@wayproof/survey/ports'
import { tallyStore } from '@wayproof/survey/tallies/tally-store'
import { travelerStore } from '@wayproof/survey/travelers/traveler-store'
import { unlinkWave } from '@wayproof/survey/unlinking/unlink-wave'
import type { WaveKeys } from '@wayproof/survey/wave-keys/wave-key-folder'
import { closeChangeStore } from '@wayproof/survey/waves/close-changes'
import { pauseStore } from '@wayproof/survey/waves/pause-wave-rows'
import { waveStore } from '@wayproof/survey/waves/wave-store'

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
