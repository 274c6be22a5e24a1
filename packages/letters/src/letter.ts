import type { CalendarDate, Id, Locale, PeriodKey } from '@wayproof/kernel'
import type { ExecutiveSummary } from '@wayproof/scorecard'
import type { WaveAnonymity } from '@wayproof/survey'

/** Letters as data. No address, link, code or text of a person: they are made or opened at sending. `messages` decides how a letter reads. */
export interface LetterData {
  readonly 'survey-invitation': SurveyLetterData
  readonly 'survey-reminder': SurveyLetterData
  readonly 'executive-summary': { readonly summary: ExecutiveSummary }
  readonly 'unlinking-certificate': UnlinkingCertificate
  readonly 'rights-code': { readonly codeId: Id; readonly code: string }
  /** The officer's own words. */
  readonly 'rights-answer': { readonly number: number; readonly text: string }
  readonly 'user-invitation': { readonly userInvitationId: Id; readonly role: string }
}

export interface SurveyLetterData {
  readonly invitationId: Id
  readonly generation: number
  readonly travelerId: Id
  readonly period: PeriodKey
  readonly closesOn: CalendarDate
}

/** What the officer gets once a wave is unlinked. Days are the organisation's. */
export interface UnlinkingCertificate {
  readonly anonymity: WaveAnonymity
  readonly closedOn: CalendarDate
  readonly unlinkedOn: CalendarDate
  /** The last day on which a backup from before may be kept. */
  readonly backupsUntil: CalendarDate
}

export type LetterKind = keyof LetterData

export type LetterOf<K extends LetterKind> = {
  readonly kind: K
  readonly locale: Locale
  readonly data: LetterData[K]
}

export type Letter = { [K in LetterKind]: LetterOf<K> }[LetterKind]
