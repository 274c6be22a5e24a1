import type { FirstQuestion } from '@wayproof/forms/questionnaire/first-question'
import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Id } from '@wayproof/kernel/id'

export interface SurveyLetterData {
  readonly invitationId: Id
  readonly generation: number
  readonly travelerId: Id
  readonly period: PeriodKey
  readonly closesOn: CalendarDate
  /** Fewest people that a result of the wave is shown for. */
  readonly smallestGroup: number
  /** Improvements chosen after the previous wave, in the letter's language; invitations list them. Absent: none. */
  readonly improvements?: readonly string[]
  /** The first question of the wave's questionnaire, inserted when the letter is claimed. */
  readonly question?: FirstQuestion
  /** Preview for an officer; its links lead nowhere. */
  readonly test?: true
  /** In a test letter: the draft of a questionnaire that its button shows, and the last day of that link. */
  readonly draft?: { readonly id: Id; readonly until: CalendarDate }
  /** Printed in the letter of a deployment check, whose links work until the check ends. */
  readonly checkCode?: string
}

export type SurveyLetterKind = 'survey-invitation' | 'survey-reminder' | 'survey-last-reminder'
