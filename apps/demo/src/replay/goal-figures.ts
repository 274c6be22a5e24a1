import { readFileSync } from 'node:fs'
import { year as yearPeriod } from '@wayproof/kernel/calendar/period'
import type { Store } from '@wayproof/operations/store/open-store'
import { openExact } from '@wayproof/scorecard/exact'
import { judgeCustomerSatisfaction } from '@wayproof/scorecard/goals/customer-satisfaction'
import { judgeIncidentReduction } from '@wayproof/scorecard/goals/incident-reduction'
import { RULES } from '@wayproof/scorecard/rules'
import type { Interval, Verdict, VerdictOf } from '@wayproof/scorecard/verdict'
import { poissonRateRatio } from '@wayproof/statistics/rates/rate-ratio'
import { parse } from 'csv-parse/sync'

type Judged = Pick<Verdict, 'goal' | 'period' | 'verdict' | 'status' | 'reason' | 'demonstrated' | 'value' | 'interval'>

/** One year's leaks compared with the year before, as the goal judges them, and by other counts. */
interface IncidentGoal extends Judged {
  readonly baselineYear: number
  readonly currentYear: number
  readonly baselineCount: number
  readonly currentCount: number
  readonly cap: number
  readonly evidence: VerdictOf<'incident-reduction'>['figures']['evidence']
  /** Disclosures of anyone's data, not only customers'. */
  readonly confirmedDisclosures: {
    readonly baseline: number
    readonly current: number
    readonly reduction: number | null
  }
  /** The same per incident collected, because more searching finds more. Null if the number collected is unknown. */
  readonly perCollected: { readonly reduction: number | null; readonly interval: Interval | null } | null
}

interface SatisfactionGoal extends Judged {
  readonly n: number | null
  readonly top2: number | null
}

export type GoalFigures = IncidentGoal | SatisfactionGoal

/**
 * The goals for which there are files, judged by the product's rules: leaks of each year compared with the year before,
 * and each wave.
 */
export async function goalFigures(
  store: Store,
  waves: readonly number[],
  collectedFile: string | null,
): Promise<readonly GoalFigures[]> {
  const incidentYears = await store.evidence.incidentYears()
  const collected = collectedFile === null ? new Map<number, number>() : collectedByYear(collectedFile)
  const goals: GoalFigures[] = []
  for (const { year, confirmedDisclosure: current } of incidentYears) {
    const previous = incidentYears.find((candidate) => candidate.year === year - 1)
    if (!previous) continue
    const { confirmedDisclosure: baseline } = previous
    const counts = await store.facts(RULES).forHalfYear(`${year}-H2`)
    const facts = await counts.incidents(year, year - 1, `${year}-12-31`)
    const period = yearPeriod(year)
    const verdict = openExact(judgeIncidentReduction(facts, { period, asOf: `${year}-12-31`, rules: RULES }))
    const { baselineYear, currentYear, baselineCount, currentCount, cap, evidence } = verdict.figures
    const yearCounts = { baselineCount: baseline, currentCount: current, targetRatio: 0.5 }
    const ratio = poissonRateRatio({ ...yearCounts, baselineExposure: 1, currentExposure: 1 })
    goals.push({
      ...judgedGoal(verdict),
      baselineYear,
      currentYear,
      baselineCount,
      currentCount,
      cap,
      evidence,
      confirmedDisclosures: { baseline, current, reduction: ratio.reduction },
      perCollected: perCollected(yearCounts, collected.get(year - 1), collected.get(year)),
    })
  }
  for (const year of waves) {
    const period = yearPeriod(year)
    const counts = await store.facts(RULES).forHalfYear(`${year}-H2`)
    const facts = await counts.satisfaction(period)
    const verdict = openExact(judgeCustomerSatisfaction(facts, { period, asOf: `${year}-12-31`, rules: RULES }))
    const { n, top2 } = verdict.figures
    goals.push({ ...judgedGoal(verdict), n, top2 })
  }
  return goals
}

function judgedGoal(verdict: Verdict): Judged {
  const { goal, period, status, reason, demonstrated, value, interval } = verdict
  return { goal, period, verdict: verdict.verdict, status, reason, demonstrated, value, interval }
}

function perCollected(
  counts: { baselineCount: number; currentCount: number; targetRatio: number },
  previous: number | undefined,
  now: number | undefined,
): IncidentGoal['perCollected'] {
  if (!previous || !now) return null
  const { reduction, ciLower, ciUpper } = poissonRateRatio({
    ...counts,
    baselineExposure: previous,
    currentExposure: now,
  })
  const hasInterval = ciLower !== null && ciUpper !== null
  return { reduction, interval: hasInterval ? { lower: 1 - ciUpper, upper: 1 - ciLower, level: 0.95 } : null }
}

/** Reads `vcdb-travel-by-year.csv`: columns year and all_industries_in_vcdb. */
function collectedByYear(file: string): Map<number, number> {
  const rows = parse(readFileSync(file, 'utf8'), { columns: true, bom: true }) as Record<string, string>[]
  return new Map(rows.map((cells) => [Number(cells.year), Number(cells.all_industries_in_vcdb)]))
}
