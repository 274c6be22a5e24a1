import { startOfDay } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import { type Deadline, type DeadlineKind, type Due, deadlineId } from './deadline.ts'
import { type AlertStep, alertStep, isLaterStep } from './urgency.ts'

/** The last step of a deadline that a person was alerted of. */
export interface LastAlert {
  /** Id of the deadline. */
  readonly deadline: string
  /** The due day or moment at that time: when it changes, all steps are alerted again. */
  readonly due: string
  readonly step: AlertStep
}

/** A step of a deadline that its person has not been alerted of. */
export interface Alert {
  readonly deadline: Deadline
  readonly step: AlertStep
}

/** A due day or moment as text, for comparison. */
export const dueKey = (due: Due): string => (due.at === undefined ? due.day : String(due.at))

/** Another letter announces these cases when they arrive, so their first step is that of 7 days. */
const ANNOUNCED: readonly DeadlineKind[] = ['request', 'report']

/** Steps that the deadlines of a person have reached since the last alerts; of several missed ones only the latest. */
export function newAlerts(
  deadlines: readonly Deadline[],
  last: readonly LastAlert[],
  now: Instant,
  timeZone: string,
): readonly Alert[] {
  const lastOf = new Map(last.map((alert) => [alert.deadline, alert]))
  return deadlines.flatMap((deadline): Alert[] => {
    const step = alertStep(deadline.due, now, timeZone)
    const before = lastOf.get(deadlineId(deadline))
    const earlier = before && before.due === dueKey(deadline.due) ? before.step : null
    if (step === '30' && ANNOUNCED.includes(deadline.kind)) return []
    if (step === null || !isLaterStep(step, earlier) || isAnnounced(deadline, step, timeZone)) return []
    return [{ deadline, step }]
  })
}

/** True if the letter that announced the record came at this step already, so a digest would only repeat it. */
function isAnnounced({ due, announcedOn }: Deadline, step: AlertStep, timeZone: string): boolean {
  if (announcedOn === null || step === 'overdue') return false
  return !isLaterStep(step, alertStep(due, startOfDay(announcedOn, timeZone), timeZone))
}

export const lastAlertOf = ({ deadline, step }: Alert): LastAlert => {
  return { deadline: deadlineId(deadline), due: dueKey(deadline.due), step }
}
