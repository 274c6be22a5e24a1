import { mailSummary } from '@wayproof/letters'
import { writeSummary } from '@wayproof/scorecard'
import type { CalendarPorts, DueRun } from './scheduler-ports.ts'

/** Later than this the letters would surprise more than inform: the officer is asked instead. */
const TOO_LATE_MS = 7 * 24 * 60 * 60_000

/**
 * Mails the summary of a half-year to its readers; where it is too late or cannot be written, asks the officers. Outcomes: `mailed N`,
 * `late-asks-officer`, or a fault's code.
 */
export async function mailHalfYear({ store, ...ports }: CalendarPorts, { period, at, now }: DueRun): Promise<string> {
  if (now - at > TOO_LATE_MS) {
    await store.questions.ask({ kind: 'late-summary', data: { period, dueAt: at } }, now)
    return 'late-asks-officer'
  }
  const { sealed, closing, actions } = store
  const summary = await writeSummary(
    { facts: store.facts(ports.rules), sealed, closing, actions, ...ports },
    { period },
  )
  if (!summary.ok) {
    await store.questions.ask({ kind: 'summary-failed', data: { period, fault: summary.fault.code } }, now)
    return summary.fault.code
  }
  const letters = await mailSummary(
    { outbox: store.outbox, readers: store.summaryReaders, clock: ports.clock, timeZone: ports.timeZone },
    { summary: summary.value, occasion: 'half-yearly' },
  )
  return `mailed ${letters}`
}
