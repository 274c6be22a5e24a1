import { type CalendarDate, dateAt, type Outcome, ok, type PeriodKey } from '@wayproof/kernel'
import { type HalfYearFault, startedHalfYear } from '../build-scorecard.ts'
import type { GoalId, Owner } from '../goals/goal.ts'
import { asOfDay, readVerdict } from '../goals/judge-goal.ts'
import type { ScorecardPorts } from '../ports.ts'
import { publish } from '../publish/publish.ts'
import type { Verdict } from '../verdict.ts'
import { INDICATORS, type IndicatorId } from './indicator.ts'
import type { EvidenceRegister } from './indicator-facts.ts'
import type { IndicatorValue } from './indicator-value.ts'
import { judgeIndicator } from './judge-indicator.ts'
import { MEASURE, MEASURES, type MeasureId } from './measure.ts'

export interface ShownIndicator {
  readonly id: IndicatorId
  readonly value: IndicatorValue
  readonly evidence: readonly EvidenceRegister[]
  /** Day of the latest entry in its evidence; null without any. */
  readonly lastOn: CalendarDate | null
}

/** A clause of the policy paper with its owner, its indicators and the missing evidence. */
export interface ShownMeasure {
  readonly id: MeasureId
  readonly owner: Owner
  readonly goals: readonly Pick<Verdict, 'goal' | 'verdict' | 'status' | 'demonstrated'>[]
  readonly indicators: readonly ShownIndicator[]
  /** Day of the latest evidence of any of its indicators; null without any. */
  readonly lastOn: CalendarDate | null
  /** Number of unknown indicators. */
  readonly unknown: number
}

export interface MeasuresOfPeriod {
  readonly period: PeriodKey
  /** Last day that counts. */
  readonly asOf: CalendarDate
  /** Day on which the indicators were counted from the registers; indicators are not sealed. */
  readonly recordedOn: CalendarDate
  readonly ruleVersion: string
  readonly measures: readonly ShownMeasure[]
}

/**
 * Lists the seven measures in a half-year with their current indicators and their goals, the goals of a closed
 * half-year as sealed. Faults: `not-a-half-year`, `half-year-not-begun`.
 */
export async function listMeasures(
  ports: ScorecardPorts,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<MeasuresOfPeriod, HalfYearFault>> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const half = startedHalfYear(period, today)
  if (!half.ok) return half
  const asOf = asOfDay(half.value, today)
  const counts = await ports.facts.forHalfYear(period)
  const { rules } = counts.definitions
  const facts = await counts.indicators(half.value, today)
  const latest = (evidence: readonly EvidenceRegister[]): CalendarDate | null =>
    evidence.reduce<CalendarDate | null>((last, from) => {
      const on = facts.lastOn[from]
      return on !== null && (last === null || on > last) ? on : last
    }, null)
  const goalOf = async (goal: GoalId) => {
    const { verdict, status, demonstrated } = await readVerdict(ports, goal, half.value, today)
    return { goal, verdict, status, demonstrated }
  }
  const measures = MEASURES.map(async (id): Promise<ShownMeasure> => {
    const own = INDICATORS.filter(({ measure }) => measure === id)
    const indicators = own.map(({ id, evidence, value }) => ({
      id,
      evidence,
      value: publish(judgeIndicator({ value }, facts, rules)),
      lastOn: latest(evidence),
    }))
    const unknown = indicators.filter(({ value }) => value.kind === 'unknown').length
    const { owner, goals } = MEASURE[id]
    const lastOn = latest(own.flatMap(({ evidence }) => evidence))
    return { id, owner, indicators, unknown, lastOn, goals: await Promise.all(goals.map(goalOf)) }
  })
  return ok({ period, asOf, recordedOn: today, ruleVersion: rules.version, measures: await Promise.all(measures) })
}
