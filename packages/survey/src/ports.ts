import type { Clock, Ids, Tokens } from '@wayproof/kernel'
import type { Keyring } from '@wayproof/kernel/keyring'
import type { AnswerStore } from './answers/ports.ts'
import type { CommentStore } from './comments/comment-store.ts'
import type { OpeningStore, WaveRules } from './opening/ports.ts'
import type { ProgrammeStore } from './programme/ports.ts'
import type { QuestionnaireStore } from './questionnaire/ports.ts'
import type { TravelerStore } from './travelers/ports.ts'
import type { WaveStore } from './waves/ports.ts'

/** What the use cases of a survey need from outside. */
export interface SurveyPorts {
  readonly store: SurveyStore
  readonly clock: Clock
  readonly ids: Ids
  readonly tokens: Tokens
  readonly keyring: Keyring
  /** The organisation's, as an IANA name. */
  readonly timeZone: string
  /** The rules that changes begin from. */
  readonly rules: WaveRules
}

/** Everything a survey keeps. */
export interface SurveyStore
  extends QuestionnaireStore,
    TravelerStore,
    ProgrammeStore,
    OpeningStore,
    WaveStore,
    AnswerStore,
    CommentStore {}
