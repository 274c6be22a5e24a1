import { type Owner, ROLE_OF } from '@wayproof/accounts/accounts/person'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import {
  firstDay,
  hasEnded,
  lastDay,
  type Period,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
} from '@wayproof/kernel/calendar/period'
import { editionGaps } from '@wayproof/letters/editions/compose-edition'
import type { EditionPorts } from '@wayproof/letters/editions/ports'
import { remindOwners as remind } from '@wayproof/letters/outbox/remind-owners'
import { stageOf } from '@wayproof/scorecard/closing/period-close'
import type { CalendarPorts, DueRun } from '../scheduler-ports.ts'

const TOO_LATE_MS = 7 * 24 * 60 * 60_000

/**
 * Reminds the owners of an unclosed previous half-year of their tasks, once a month.
 * Outcomes: `reminded N`, `closed`, `before-the-programme`, `late-asks-officer`, `passed`.
 */
export async function remindOwners(ports: CalendarPorts, { period: month, at, now }: DueRun): Promise<string> {
  const { store, clock, timeZone } = ports
  const half = halfYearBefore(month)
  const period = periodKey(half)
  const start = (await store.organisation.get())?.programmeStart
  if (start === undefined || lastDay(half) < start || !hasEnded(half, dateAt(now, timeZone)))
    return 'before-the-programme'
  const stage = stageOf(await store.closing.closing(period), half, dateAt(now, timeZone))
  if (stage === 'closed') return 'closed'
  if (now - at > TOO_LATE_MS) {
    // After a long downtime one question is enough.
    if (month !== periodKey(periodOf('month', dateAt(now, timeZone)))) return 'passed'
    await store.questions.ask({ kind: 'late-reminder', data: { period, month, dueAt: at } }, now)
    return 'late-asks-officer'
  }
  const { closing, outbox } = store
  const peopleOf = (owner: Owner) => store.usersOf(ROLE_OF[owner])
  const gaps = () => editionGaps(editionPorts(ports), period)
  const letters = await remind({ closing, outbox, clock, timeZone, gaps, peopleOf }, { period, occasion: month })
  return letters === null ? 'closed' : `reminded ${letters}`
}

function halfYearBefore(month: string): Period {
  const period = parsePeriod(month)
  if (!period) throw new RangeError(`no period is named ${month}`)
  return previousPeriod(periodOf('half-year', firstDay(period)))
}

/** Ports of the summary's editions. */
export function editionPorts({ store, urls, log: _, ...ports }: CalendarPorts): EditionPorts {
  const { editions, organisation, survey, closing, actions, sealed } = store
  const facts = store.facts(ports.rules)
  return { ...ports, editions, organisation, survey, closing, actions, sealed, facts, reportingUrl: urls.reporting }
}
