import { type PeriodKey, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, halfYearNamed } from './build-scorecard.ts'
import type { ClosingPorts } from './closing/ports.ts'
import { chainHead } from './closing/seals/sealed-scorecard.ts'
import { cameOfActions, type ExecutiveSummary, summarise } from './executive-summary.ts'
import type { ScorecardPorts } from './ports.ts'
import { readScorecard } from './read-scorecard.ts'

export type SummaryPorts = ScorecardPorts & {
  readonly closing: Pick<ClosingPorts['closing'], 'lastSeal'>
  readonly actions: Pick<ClosingPorts['actions'], 'actions'>
}

/** Writes the summary of a half-year, a closed one as sealed. Faults: `not-a-half-year`, `half-year-not-begun`. */
export async function writeSummary(
  ports: SummaryPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<ExecutiveSummary, HalfYearFault>> {
  const half = halfYearNamed(period)
  if (!half.ok) return half
  const scorecard = await readScorecard(ports, { period })
  if (!scorecard.ok) return scorecard
  const { improvements } = await ports.actions.actions(period)
  const before = await ports.actions.actions(periodKey(previousPeriod(half.value)))
  const supplement = {
    improvements: improvements.map(({ text }) => text),
    cameOf: cameOfActions(before),
    head: chainHead(await ports.closing.lastSeal()),
  }
  return ok(summarise(scorecard.value, supplement))
}
