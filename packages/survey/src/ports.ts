import type { QuestionnaireStore } from '@wayproof/forms/questionnaire/ports'
import type { Clock } from '@wayproof/kernel/clock'
import type { Ids, Tokens } from '@wayproof/kernel/id'
import type { Keyring } from '@wayproof/kernel/secrets/keyring'
import type { AnswerStore } from './answers/ports.ts'
import type { CommentStore } from './comments/comment-store.ts'
import type { OpeningStore, WaveRules } from './opening/ports.ts'
import type { ProgrammeStore } from './programme/ports.ts'
import type { TravelerStore } from './travelers/ports.ts'
import type { WaveStore } from './waves/ports.ts'

/** External dependencies of the survey use cases. */
export interface SurveyPorts {
  readonly store: SurveyStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** IANA name of the organization's time zone. */
  readonly timeZone: string
  /** The default rules, before approved changes. */
  readonly rules: WaveRules
  /** Replaces the setting of the smallest wave. No app sets it; tests open small waves. */
  readonly smallestWave?: number | undefined
}

/** The complete storage of the survey package. */
export interface SurveyStore
  extends QuestionnaireStore,
    TravelerStore,
    ProgrammeStore,
    OpeningStore,
    WaveStore,
    AnswerStore,
    CommentStore {}
