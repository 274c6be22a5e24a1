import { mailSummary } from '@wayproof/letters'
import { chainHead, readScorecard, summarise } from '@wayproof/scorecard'
import type { CalendarPorts, DueRun } from './scheduler-ports.ts'

/** Later than this the letters would surprise more than inform: the officer is asked instead. */
const TOO_LATE_MS = 7 * 24 * 60 * 60_000

/** Mails the summary of a half-year to its readers. Outcomes: `mailed N`, `late-asks-officer`, or a fault's code. */
export async function mailHalfYear({ store, ...ports }: CalendarPorts, { period, at, now }: DueRun): Promise<string> {
  if (now - at > TOO_LATE_MS) return 'late-asks-officer'
  const scorecard = await readScorecard({ facts: store.facts(ports.rules), sealed: store.sealed, ...ports }, { period })
  if (!scorecard.ok) return scorecard.fault.code
  const improvements = (await store.improvements.list(period)).map(({ text }) => text)
  const summary = summarise(scorecard.value, improvements, chainHead(await store.closing.lastSeal()))
  const letters = await mailSummary(
    { outbox: store.outbox, readers: store.summaryReaders, clock: ports.clock },
    { summary, occasion: 'half-yearly' },
  )
  return `mailed ${letters}`
}
