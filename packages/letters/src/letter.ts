import type { CalendarDate, Id, Locale, PeriodKey } from '@wayproof/kernel'
import type { ExecutiveSummary } from '@wayproof/scorecard'
import type { PauseReason } from '@wayproof/survey'

/** Letters as data. No address and no link: both are made at sending. `messages` decides how a letter reads. */
export interface LetterData {
  readonly 'survey-invitation': SurveyLetterData
  readonly 'survey-reminder': SurveyLetterData
  readonly 'executive-summary': { readonly summary: ExecutiveSummary }
  readonly 'wave-paused': {
    readonly period: PeriodKey
    readonly reason: Exclude<PauseReason, 'officer'>
    readonly tried: number
    readonly refused: number
  }
  readonly 'user-invitation': { readonly userInvitationId: Id; readonly role: string }
}

export interface SurveyLetterData {
  readonly invitationId: Id
  readonly generation: number
  readonly travelerId: Id
  readonly period: PeriodKey
  readonly closesOn: CalendarDate
}

export type LetterKind = keyof LetterData

export type LetterOf<K extends LetterKind> = {
  readonly kind: K
  readonly locale: Locale
  readonly data: LetterData[K]
}

export type Letter = { [K in LetterKind]: LetterOf<K> }[LetterKind]
