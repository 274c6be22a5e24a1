import { codedItems } from '@wayproof/forms/questionnaire/coded-items'
import { type CrossCount, driverItems } from '@wayproof/forms/questionnaire/driver-items'
import type { Questionnaire } from '@wayproof/forms/questionnaire/questionnaire'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { LocalText } from '@wayproof/kernel/people/locale'
import { breakDownEveryItem } from '@wayproof/scorecard/breakdown/break-down-satisfaction'
import { type DriverAnalysis, driverAnalysis } from '@wayproof/scorecard/breakdown/driver-analysis'
import type { Services } from '../trpc/context.ts'
import { scorecardPorts } from '../trpc/ports.ts'

export interface ShownDrivers extends DriverAnalysis {
  /** Reason why nothing is shown; null if something is. */
  readonly notShown: 'wave-open' | 'not-unlinked' | 'few' | null
  readonly minimum: number
  /** Wording of the aspects. */
  readonly items: Readonly<Record<string, LocalText>>
}

/** Correlation of each aspect with the satisfaction of a half-year's travelers, from tallies after cell suppression. */
export async function readDrivers(
  services: Services,
  { period }: { readonly period: PeriodKey },
): Promise<Outcome<ShownDrivers>> {
  const { survey } = services.store
  const [wave, plan] = [await survey.wave(period), await survey.sealedPlan(period)]
  if (!wave || !plan) return fail('no-wave')
  const breakdowns = await breakDownEveryItem(scorecardPorts(services), { period })
  if (!breakdowns.ok) return breakdowns
  const { minimumForStatus: minimum, status } = wave
  const figures = new Map(breakdowns.value.map(({ item, now }) => [item?.id, now.everybody]))
  const tables = tablesOf(plan.questionnaire, await survey.crossCounts(wave.id))
  const drivers = tables.map(({ item, table }) => ({ item, table, figure: figures.get(item) ?? ABSENT }))
  const analysis = driverAnalysis(drivers, { minimum, smallestGroup: plan.smallestGroup })
  const reason = status === 'unlinked' ? 'few' : status === 'open' ? 'wave-open' : 'not-unlinked'
  return ok({
    ...analysis,
    notShown: analysis.mean ? null : reason,
    minimum,
    items: Object.fromEntries(
      codedItems(plan.questionnaire).map(({ id, 'zh-CN': zh, en }) => [id, { 'zh-CN': zh, en }]),
    ),
  })
}

const ABSENT = { kind: 'absent' } as const

function tablesOf(questionnaire: Questionnaire, counts: readonly CrossCount[]) {
  const items = driverItems(questionnaire)
  const pointsOf = (scale: string) => (questionnaire.scales[scale]?.points ?? []).map(({ value }) => value)
  // Counts are stored by the place of a point in the questionnaire, which may list the best one first.
  const ranksOf = (scale: string) => {
    const points = pointsOf(scale)
    const lowestFirst = points.toSorted((a, b) => a - b)
    return points.map((value) => lowestFirst.indexOf(value))
  }
  const headlineRanks = ranksOf(items?.headline.scale ?? '')
  return (items?.drivers ?? []).map(({ id, scale }) => {
    const ranks = ranksOf(scale)
    const table = ranks.map(() => headlineRanks.map(() => 0))
    for (const { item, value, headline, count } of counts) {
      const row = item === id ? table[ranks[value - 1] ?? -1] : undefined
      const column = headlineRanks[headline - 1]
      if (row && column !== undefined) row[column] = count
    }
    return { item: id, table }
  })
}
