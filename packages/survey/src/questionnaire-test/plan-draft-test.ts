import { canBeShown } from '@wayproof/forms/questionnaire/can-be-shown'
import { addDays, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { SurveyPorts } from '../ports.ts'
import { type NextInvitation, planNextInvitation } from '../programme/plan-next-invitation.ts'

/** Days for which the link of a test letter of a draft works. Our choice. */
const DRAFT_PREVIEW_DAYS = 7

export interface DraftTest extends NextInvitation {
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
  const until = addDays(dateAt(clock.now(), timeZone), DRAFT_PREVIEW_DAYS)
  return ok({ ...(await planNextInvitation({ store, clock, timeZone })), draft: { id, until } })
}
