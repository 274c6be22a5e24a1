import { withData } from '@wayproof/command-line/open-data'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { satisfiedPoints } from '@wayproof/forms/questionnaire/satisfied-points'
import type { Store } from '@wayproof/operations/store/open-store'
import { wilson } from '@wayproof/statistics/proportions/wilson'
import { type ChangeFigures, changeFigures } from './change-figures.ts'
import { type GoalFigures, goalFigures } from './goal-figures.ts'
import type { ReplayFiles } from './replay-files.ts'

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
