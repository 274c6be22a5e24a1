import type { Ids, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { SurveyStore } from '@wayproof/survey'
import type { Journal } from './backup/journal.ts'
import { chooseMissingSteps } from './published-step/choose-step.ts'
import { waveRuleStore } from './rule-changes/wave-rules.ts'
import type { Database } from './sqlite/database.ts'
import { answerStore } from './survey/answer-store.ts'
import { closeChangeStore } from './survey/close-changes.ts'
import { commentStore } from './survey/comment-store.ts'
import { pauseStore } from './survey/pause-wave.ts'
import { programmeStore } from './survey/programme-store.ts'
import { questionnaireStore } from './survey/questionnaire-store.ts'
import { tallyStore } from './survey/tally-store.ts'
import { travelerStore } from './survey/traveler-store.ts'
import { unlinkWave } from './survey/unlink-wave.ts'
import { waveStore } from './survey/wave-store.ts'

export interface SurveyStoreDeps {
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** What must outlive the database is written here before it is acknowledged. */
  readonly journal?: Journal
}

/** Waves, travelers and answers in the database. One a process and database: its answers share their commits. */
export function surveyStore(database: Database, deps: SurveyStoreDeps): SurveyStore {
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
    unlinkWave: (waveId, at) => unlinkWave(database, waveId, at),
    chooseMissingSteps: () => chooseMissingSteps(database),
  }
}
