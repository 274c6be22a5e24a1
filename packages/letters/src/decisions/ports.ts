import type { Clock } from '@wayproof/kernel/clock'
import type { SurveyStore } from '@wayproof/survey/ports'
import type { EditionStore } from '../editions/edition-store.ts'
import type { DecisionStore } from './executive-decision.ts'

export interface DecisionPorts {
  readonly decisions: DecisionStore
  readonly editions: Pick<EditionStore, 'lastSent'>
  readonly survey: Pick<SurveyStore, 'programme'>
  readonly clock: Clock
  readonly timeZone: string
}
