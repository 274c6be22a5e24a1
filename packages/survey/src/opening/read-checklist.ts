import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { SurveyPorts } from '../ports.ts'
import { type Checklist, type ChecklistGap, checklistGaps } from './checklist.ts'

/** Returns the officer's statements and the reasons why a wave cannot open now. */
export async function readChecklist({
  store,
  clock,
  timeZone,
}: Pick<SurveyPorts, 'store' | 'clock' | 'timeZone'>): Promise<{
  readonly checklist: Checklist | null
  readonly lacking: readonly ChecklistGap[]
}> {
  const now = clock.now()
  const [checklist, route] = await Promise.all([store.checklist(), store.mailRoute()])
  return { checklist, lacking: checklistGaps(checklist, { today: dateAt(now, timeZone), now, route }) }
}
