import { createHash } from 'node:crypto'
import { type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import { mailSummary } from '@wayproof/letters'
import { chainHead, type ExecutiveSummary, readScorecard, summarise } from '@wayproof/scorecard'
import type { Parts } from './context.ts'
import { scorecardPorts } from './ports.ts'

interface OfPeriod {
  readonly period: PeriodKey
}

export async function previewSummary(parts: Parts, { period }: OfPeriod): Promise<Outcome<ExecutiveSummary>> {
  const scorecard = await readScorecard(scorecardPorts(parts), { period })
  if (!scorecard.ok) return scorecard
  const improvements = await parts.store.improvements.list(period)
  const texts = improvements.map(({ text }) => text)
  return ok(summarise(scorecard.value, texts, chainHead(await parts.store.closing.lastSeal())))
}

/** Posts one letter a reader. The same summary again is mailed to nobody twice; one that says something else is. */
export async function sendSummary(parts: Parts, { period }: OfPeriod): Promise<Outcome<{ readonly letters: number }>> {
  const summary = await previewSummary(parts, { period })
  if (!summary.ok) return summary
  const { outbox, summaryReaders: readers } = parts.store
  const digest = createHash('sha256').update(JSON.stringify(summary.value)).digest('hex').slice(0, 16)
  const command = { summary: summary.value, occasion: `now-${digest}` }
  return ok({ letters: await mailSummary({ outbox, readers, clock: parts.clock }, command) })
}
