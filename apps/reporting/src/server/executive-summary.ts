import { createHash } from 'node:crypto'
import { type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import { mailSummary } from '@wayproof/letters'
import { type ExecutiveSummary, writeSummary } from '@wayproof/scorecard'
import type { Parts } from './context.ts'
import { closingPorts } from './ports.ts'

interface OfPeriod {
  readonly period: PeriodKey
}

export const previewSummary = (parts: Parts, { period }: OfPeriod): Promise<Outcome<ExecutiveSummary>> =>
  writeSummary(closingPorts(parts), { period })

/** Posts one letter a reader. The same summary again is mailed to nobody twice; one that says something else is. */
export async function sendSummary(parts: Parts, { period }: OfPeriod): Promise<Outcome<{ readonly letters: number }>> {
  const summary = await previewSummary(parts, { period })
  if (!summary.ok) return summary
  const { outbox, summaryReaders: readers } = parts.store
  const digest = createHash('sha256').update(JSON.stringify(summary.value)).digest('hex').slice(0, 16)
  const command = { summary: summary.value, occasion: `now-${digest}` }
  const { clock, timeZone } = parts
  return ok({ letters: await mailSummary({ outbox, readers, clock, timeZone }, command) })
}
