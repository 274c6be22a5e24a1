import type { Owner } from '@wayproof/accounts/accounts/person'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, startedHalfYear } from '../build-scorecard.ts'
import { type Shape, shapeOf } from '../claims/verdict-shape.ts'
import { canonicalJson } from '../closing/seals/canonical-json.ts'
import type { SealedIndicator } from '../closing/seals/sealed-parts.ts'
import type { GoalId } from '../goals/goal.ts'
import { asOfDay, readVerdict } from '../goals/judge-goal.ts'
import type { ScorecardPorts } from '../ports.ts'
import { recordedOn } from '../recorded-on.ts'
import { type CountedIndicator, countIndicators } from './count-indicators.ts'
import { INDICATORS } from './indicator.ts'
import type { Indicator } from './indicator-definition.ts'
import type { EvidenceRegister } from './indicator-facts.ts'
import type { IndicatorValue } from './indicator-value.ts'
import { MEASURE, MEASURES, type MeasureId } from './measure.ts'
import { readSealedIndicators, type SealReader } from './read-sealed-indicators.ts'

export interface ShownIndicator extends CountedIndicator {
  readonly evidence: readonly EvidenceRegister[]
  /** Months after which its latest evidence no longer counts; null if only entries of the period count. */
  readonly freshMonths: number | null
  /** Sealed with the half-year. */
  readonly sealed: boolean
  /** The value that the registers give today, if it differs from the sealed value; null otherwise, and for figures of people. */
  readonly today: IndicatorValue | null
}

/** A clause of the policy paper with its owner, its indicators and the missing evidence. */
export interface ShownMeasure {
  readonly id: MeasureId
  readonly owner: Owner
  readonly goals: readonly { readonly goal: GoalId; readonly shape: Shape }[]
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
  /** Day on which the indicators were counted from the registers: of a sealed half-year, the day of its freeze. */
  readonly recordedOn: CalendarDate
  readonly ruleVersion: string
  readonly measures: readonly ShownMeasure[]
}

/**
 * Lists the seven measures in a half-year with their indicators and their goals, those of a closed half-year as sealed.
 * Faults: `not-a-half-year`, `half-year-not-begun`.
 */
export async function listMeasures(
  ports: ScorecardPorts & SealReader,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<MeasuresOfPeriod, HalfYearFault>> {
  const today = dateAt(ports.clock.now(), ports.timeZone)
  const half = startedHalfYear(period, today)
  if (!half.ok) return half
  const { definitions } = await ports.facts.forHalfYear(period)
  const fixed = await readSealedIndicators(ports, period)
  const shown = shownIndicators(await countIndicators(ports, half.value, today), fixed)
  const seal = fixed.length > 0 ? (await ports.sealed(period))?.seal : null
  const goalOf = async (goal: GoalId) => ({
    goal,
    shape: shapeOf(await readVerdict(ports, goal, half.value, today)),
  })
  const measures = MEASURES.map(async (id): Promise<ShownMeasure> => {
    const indicators = INDICATORS.flatMap(({ measure }, place) => (measure === id ? (shown[place] ?? []) : []))
    const unknown = indicators.filter(({ value }) => value.kind === 'unknown').length
    const { owner, goals } = MEASURE[id]
    const lastOn = indicators.reduce<CalendarDate | null>((last, each) => later(last, each.lastOn), null)
    return { id, owner, indicators, unknown, lastOn, goals: await Promise.all(goals.map(goalOf)) }
  })
  return ok({
    period,
    asOf: asOfDay(half.value, today),
    recordedOn: recordedOn({ seal: seal ?? null }, today),
    ruleVersion: definitions.rules.version,
    measures: await Promise.all(measures),
  })
}

const later = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null =>
  a === null || (b !== null && b > a) ? b : a

const shownIndicators = (
  counted: readonly CountedIndicator[],
  sealed: readonly SealedIndicator[],
): readonly ShownIndicator[] =>
  counted.map((now, place) => {
    const { evidence, fresh, ofPeople } = INDICATORS[place] as Indicator
    const fixed = sealed.find(({ id }) => id === now.id)
    const differs = fixed && !ofPeople && canonicalJson(fixed.value) !== canonicalJson(now.value)
    return {
      ...now,
      ...(fixed && { value: fixed.value, lastOn: fixed.lastOn }),
      ...{ evidence, freshMonths: fresh?.months ?? null },
      ...{ sealed: fixed !== undefined, today: differs ? now.value : null },
    }
  })
