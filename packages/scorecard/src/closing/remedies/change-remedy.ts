import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, type Outcome } from '@wayproof/kernel/outcome'
import { whyFixed } from '../period-close.ts'
import type { ClosingPorts, RemedyCorrection } from '../ports.ts'

/** Changes the note, action, due day or effect of a remedy while its half-year is neither frozen nor closed. */
export async function changeRemedy(
  { closing, actions, clock, timeZone }: Pick<ClosingPorts, 'closing' | 'actions' | 'clock' | 'timeZone'>,
  change: Omit<RemedyCorrection, 'at'>,
): Promise<Outcome<null>> {
  const before = await actions.remedy(change.id)
  if (!before) return fail('action-unknown')
  const fixed = whyFixed(await closing.closing(before.period))
  if (fixed) return fail(fixed)
  const at = clock.now()
  if (change.dueOn !== before.dueOn && change.dueOn <= dateAt(at, timeZone)) return fail('due-date-past')
  return actions.changeRemedy({ ...change, at })
}
