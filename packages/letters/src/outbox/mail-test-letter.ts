import type { CalendarDate } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Clock } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { type LocalText, nearestLocale } from '@wayproof/kernel/people/locale'
import type { SurveyLanguage } from '@wayproof/kernel/people/survey-language'
import type { SurveyLetterData } from '@wayproof/survey/letters/survey-letter'
import type { Outbox } from './outbox.ts'

export const TEST_KINDS = ['survey-invitation', 'survey-reminder', 'survey-last-reminder'] as const

export interface MailTestLetter {
  readonly to: { readonly id: Id }
  readonly kind: (typeof TEST_KINDS)[number]
  readonly locale: SurveyLanguage
  readonly period: PeriodKey
  readonly closesOn: CalendarDate
  readonly smallestGroup: number
  /** Improvements after the previous wave, as an invitation would list them. */
  readonly improvements: readonly LocalText[]
  /** Absent: the version that the wave would ask. */
  readonly draft?: SurveyLetterData['draft']
}

/**
 * Sends an officer the letter that travelers would get. Its link opens a preview, which stores no answer and unsubscribes
 * no one.
 */
export async function mailTestLetter(
  { outbox, clock, ids }: { readonly outbox: Pick<Outbox, 'post'>; readonly clock: Clock; readonly ids: Ids },
  { to, kind, locale, period, closesOn, smallestGroup, improvements, draft }: MailTestLetter,
): Promise<void> {
  const data = {
    invitationId: ids.next(),
    generation: 0,
    travelerId: ids.next(),
    period,
    closesOn,
    smallestGroup,
    improvements: improvements.map((text) => text[nearestLocale(locale)]),
    test: true,
    ...(draft && { draft }),
  } as const
  const letter = { kind, locale, data }
  const recipient = { kind: 'user', id: to.id } as const
  await outbox.post([{ letter, recipient, dedupeKey: `test:${data.invitationId}` }], clock.now())
}
