import { readFileSync } from 'node:fs'
import { withData } from '@wayproof/command-line/open-data'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { satisfiedPoints } from '@wayproof/forms/questionnaire/satisfied-points'
import { year as yearPeriod } from '@wayproof/kernel/calendar/period'
import type { Share } from '@wayproof/kernel/share'
import type { Store } from '@wayproof/operations/store/open-store'
import { openExact } from '@wayproof/scorecard/exact'
import { judgeCustomerSatisfaction } from '@wayproof/scorecard/goals/customer-satisfaction'
import { judgeIncidentReduction } from '@wayproof/scorecard/goals/incident-reduction'
import { RULES } from '@wayproof/scorecard/rules'
import type { Interval, Verdict, VerdictOf } from '@wayproof/scorecard/verdict'
import { wilson } from '@wayproof/statistics/proportions/wilson'
import { poissonRateRatio } from '@wayproof/statistics/rates/rate-ratio'
import { parse } from 'csv-parse/sync'
import type { ReplayFiles } from './replay-files.ts'
import { countRespondents, readRespondents } from './respondents.ts'
import { type WaveChange, waveChange } from './wave-change.ts'

export interface ReplayFigures {
  readonly roster: readonly {
    readonly quarter: string
    readonly activeAtEnd: number
    readonly inScopeTenure30: number
    readonly joinedInQuarter: number
    readonly leftInQuarter: number
  }[]
  readonly incidents: readonly {
    readonly year: number
    readonly confirmedDisclosure: number
    readonly customerData: number
  }[]
  readonly satisfaction: readonly WaveFigures[]
  readonly goals: readonly GoalFigures[]
  readonly change: readonly ChangeFigures[]
}

interface WaveFigures {
  readonly year: number
  readonly invited: number
  readonly answered: number
  readonly n: number
  readonly top2: number
  readonly share: number | null
  readonly wilsonLower: number
  readonly wilsonUpper: number
  readonly notApplicable: number
}

/** Figures of a replay, from the product's own counts. */
export function replayFigures(data: string, years: readonly number[], files: ReplayFiles): Promise<ReplayFigures> {
  return withData(storePlace({ DATA_DIR: data }), async (store) => {
    const roster = await store.evidence.rosterQuarters()
    const incidents = await store.evidence.incidentYears()
    const satisfaction = await Promise.all(years.map((year) => waveFigures(store, year)))
    return {
      roster: roster.map(({ quarter, activeAtEnd, inScopeTenure30, joinedInQuarter, leftInQuarter }) => {
        return { quarter: quarter.replace('-', ''), activeAtEnd, inScopeTenure30, joinedInQuarter, leftInQuarter }
      }),
      incidents: incidents.map(({ year, confirmedDisclosure, customerData }) => ({
        year,
        confirmedDisclosure,
        customerData,
      })),
      satisfaction,
      goals: await goalFigures(store, years, files.collected),
      change: changeFigures(files.respondents, satisfaction),
    }
  })
}

/** Satisfied points of the headline, which replayed waves ask as shipped. */
const SATISFIED = satisfiedPoints(DEFAULT_QUESTIONNAIRE.scales.sat5 ?? { points: [] })

async function waveFigures(store: Store, year: number): Promise<WaveFigures> {
  const period = String(year)
  const [funnel, satisfaction] = await Promise.all([
    store.survey.funnel(period),
    store.survey.satisfactionCounts(period),
  ])
  if (!funnel || funnel.answered === null || !satisfaction.ok)
    throw new Error(`the wave of ${year} cannot be satisfaction`)
  const { counts, notApplicable } = satisfaction.value
  const n = counts.reduce((sum, count) => sum + count, 0)
  const top2 = SATISFIED.reduce((sum, point) => sum + (counts[point - 1] ?? 0), 0)
  const { estimate, lower, upper } = wilson({ x: top2, n, level: 0.95 })
  const { invited, answered } = funnel
  return { year, invited, answered, n, top2, share: estimate, wilsonLower: lower, wilsonUpper: upper, notApplicable }
}

/** A wave compared with the one of the year before. Null if the file has none. */
interface ChangeFigures {
  readonly from: number | null
  readonly to: number
  readonly unweighted: WaveChange['unweighted'] | null
  /** Null if either wave has no weights. */
  readonly weighted: WaveChange['weighted']
}

/**
 * How satisfaction changed. The product counts replayed answers; the previous wave and the weights come from the file,
 * because anonymous answers have none.
 */
function changeFigures(
  file: string,
  replayed: readonly { readonly year: number; readonly n: number; readonly top2: number }[],
): readonly ChangeFigures[] {
  const respondents = readRespondents(readFileSync(file, 'utf8'))
  const shareByYear = new Map<number, Share>(
    replayed.map(({ year, n, top2 }) => [year, { numerator: top2, denominator: n }]),
  )
  const waveOf = (year: number) => {
    const wave = countRespondents(respondents, year)
    return wave && { ...wave, satisfied: shareByYear.get(year) ?? wave.satisfied }
  }
  return replayed.map(({ year }) => {
    const [before, after] = [waveOf(year - 1), waveOf(year)]
    if (!before || !after) return { from: null, to: year, unweighted: null, weighted: null }
    return { from: year - 1, to: year, ...waveChange(before, after) }
  })
}

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

type GoalFigures = IncidentGoal | SatisfactionGoal

/**
 * The goals for which there are files, judged by the product's rules: leaks of each year compared with the year before,
 * and each wave.
 */
async function goalFigures(
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
