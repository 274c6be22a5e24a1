import {
  addDays,
  type CalendarDate,
  dateAt,
  fail,
  type Id,
  type Outcome,
  ok,
  type PeriodKey,
  periodKey,
  periodOf,
} from '@wayproof/kernel'
import type { SurveyPorts } from '../ports.ts'
import { nextOpening } from '../programme/planned-opening.ts'
import { canBeShown } from '../questionnaire/can-be-shown.ts'

/** Days for which the link of a test letter of a draft works. Our choice. */
const DRAFT_PREVIEW_DAYS = 7

export interface DraftTest {
  /** The wave that the letter would invite to. */
  readonly period: PeriodKey
  readonly closesOn: CalendarDate
  readonly draft: { readonly id: Id; readonly until: CalendarDate }
}

/**
 * Plans a test letter of an open draft with the dates of the next wave and the end of its link. Missing texts do not
 * prevent it, faults of the structure do.
 */
export async function planDraftTest(
  { store, clock, timeZone }: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>,
  { id }: { readonly id: Id },
): Promise<Outcome<DraftTest, { readonly code: 'draft-unknown' | 'draft-not-shown' }>> {
  const questionnaire = await store.draftWording(id)
  if (!questionnaire) return fail('draft-unknown')
  if (!canBeShown(questionnaire)) return fail('draft-not-shown')
  const now = clock.now()
  const today = dateAt(now, timeZone)
  const programme = await store.programme()
  const next = nextOpening(programme, now, timeZone)
  return ok({
    period: next?.period ?? periodKey(periodOf('half-year', today)),
    closesOn: addDays(next ? dateAt(next.at, timeZone) : today, programme.daysOpen),
    draft: { id, until: addDays(today, DRAFT_PREVIEW_DAYS) },
  })
}
