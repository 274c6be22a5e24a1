import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { localTimeAt } from '@wayproof/kernel/calendar/local-time'
import type { Clock } from '@wayproof/kernel/clock'
import { type Alert, type LastAlert, lastAlertOf, newAlerts } from '@wayproof/oversight/deadlines/alert'
import { type Deadline, deadlineId, deadlineOf, isTaskOf } from '@wayproof/oversight/deadlines/deadline'
import type { AlertedPerson, DeadlineStore } from '@wayproof/oversight/deadlines/ports'
import { byDue, isOverdue } from '@wayproof/oversight/deadlines/urgency'
import type { AlertStore, DeadlineLetter } from './alert-store.ts'
import { type DeadlineOccasion, deadlineItems } from './deadline-item.ts'

export interface MailDeadlinesPorts {
  readonly deadlines: Pick<DeadlineStore, 'duties' | 'dutiesInHours' | 'people'>
  readonly alerts: AlertStore
  readonly clock: Clock
  readonly timeZone: string
}

/**
 * Mails each person the deadlines that have come nearer by a step since the last letter. A digest leaves once a day, from
 * the hour that its reader chose, also if the clock skips that hour. Alerts that a downtime held up leave in the next one.
 * Returns the number of letters.
 */
export async function mailDeadlines(
  { deadlines, alerts, clock, timeZone }: MailDeadlinesPorts,
  occasion: DeadlineOccasion,
): Promise<number> {
  const now = clock.now()
  const today = dateAt(now, timeZone)
  const hour = Number(localTimeAt(now, timeZone).slice(11, 13))
  const duties = occasion === 'digest' ? deadlines.duties : deadlines.dutiesInHours
  const open = (await duties(now, timeZone)).map(deadlineOf).sort(byDue(timeZone))
  if (occasion === 'digest') await alerts.forget(open.map(deadlineId))
  let letters = 0
  for (const person of await deadlines.people(timeZone)) {
    if (occasion === 'digest' && hour < person.digestHour) continue
    const tasks = open.filter((deadline) => isTaskOf(deadline, person))
    const concerned = occasion === 'digest' ? tasks : tasks.filter(({ due }) => due.at !== undefined)
    const compose = (last: readonly LastAlert[]) => {
      const alerted = newAlerts(concerned, last, now, timeZone)
      if (alerted.length === 0) return null
      const others = concerned.filter((task) => !alerted.some(({ deadline }) => deadline === task))
      const still = others.filter(({ due }) => isOverdue(due, now, timeZone))
      return letterTo(person, { occasion, alerted, still, key: keyOf(occasion, today, alerted) }, { now, timeZone })
    }
    if (concerned.length > 0 && (await alerts.alert(person.id, compose, now))) letters += 1
  }
  return letters
}

interface LetterParts {
  readonly occasion: DeadlineOccasion
  readonly alerted: readonly Alert[]
  /** Overdue tasks that an earlier letter named. */
  readonly still: readonly Deadline[]
  readonly key: string
}

/** One digest a day and person; an alert at once for each step. */
function keyOf(occasion: DeadlineOccasion, today: string, alerted: readonly Alert[]): string {
  if (occasion === 'digest') return today
  return alerted.map((alert) => Object.values(lastAlertOf(alert)).join(' ')).join(',')
}

function letterTo(
  { id, locale }: AlertedPerson,
  { occasion, alerted, still, key }: LetterParts,
  { now, timeZone }: { readonly now: number; readonly timeZone: string },
): DeadlineLetter {
  const data = {
    ...{ occasion, at: now, timeZone },
    items: deadlineItems(alerted),
    still: deadlineItems(still.map((deadline) => ({ deadline, step: 'overdue' }))),
  }
  return {
    letter: {
      letter: { kind: 'deadlines', locale, data },
      recipient: { kind: 'user', id },
      dedupeKey: `deadlines:${occasion}:${key}:${id}`,
    },
    alerts: alerted.map(lastAlertOf),
  }
}
