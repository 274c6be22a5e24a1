import type { ReadQuery } from '@wayproof/database/query/query'
import { NO_FLOOD } from '@wayproof/evidence/floods/flooded'
import type { ExcludedKeys } from '@wayproof/evidence/registers/excluded-keys'
import { type AnswerShare, answerShares } from '@wayproof/forms/questionnaire/answer-shares'
import { brokenTrends } from '@wayproof/forms/questionnaire/broken-trends'
import {
  type QuestionnaireVersion,
  readQuestionnaire,
} from '@wayproof/forms/questionnaires/published/read-questionnaire'
import { firstDay, lastDay, type Period, periodKey } from '@wayproof/kernel/calendar/period'
import type { ItemCounts } from '@wayproof/survey/disclosure/commented-shares'
import type { Margin } from '../breakdown/margin.ts'
import type { CaseCell } from '../cases/case-groups.ts'
import type { BreakdownFacts, OrganisationFacts, RatedItem } from '../facts.ts'
import type { FactSource, HalfYearFacts } from '../ports.ts'
import { definitionsFor } from '../rule-changes/definitions.ts'
import { type Exclusion, exclusionsIn } from '../rule-changes/exclusion.ts'
import type { RowGoal } from '../rule-changes/rule-change.ts'
import type { Rules } from '../rules.ts'
import { tracedRows } from '../tracing/traced-rows.ts'
import { type CachedCounts, cachedCounts } from './cached-counts.ts'
import { readConfirmedRows, readConfirmedSettings } from './confirmed-changes.ts'
import { incidentFacts, incidentMonths, leaksByMonth } from './incident-facts.ts'
import { indicatorFacts } from './indicator-facts.ts'
import { missingPartners, partnerFacts, partnersBridge } from './partner-facts.ts'
import { missingSurfaces, publicationFacts, surfacesBridge } from './publication-facts.ts'
import { staffBridge } from './staff-bridge.ts'
import { satisfactionFacts } from './survey/satisfaction-facts.ts'
import { type FactDeps, missingStaff, trainingByUnit, trainingFacts } from './training-facts.ts'

const organisationRow = 'SELECT programme_start AS programmeStart, baseline_year AS baselineYear FROM organisation'

/** Facts before an organization is set up: no program has started, and nothing is due. */
const NOT_SET_UP: OrganisationFacts = { programmeStart: '9999-01-01', baselineYear: null }

/** The part of a database that counting needs. */
export interface FactDatabase {
  readonly query: ReadQuery
  readSnapshot<T>(work: (query: ReadQuery) => Promise<T>): Promise<T>
}

/**
 * Counts facts in the database under `deps.rules` and under the settings that two people confirmed for a half-year.
 * Counts of registers are cached until a register changes.
 */
export function factSource(
  database: FactDatabase,
  deps: FactDeps,
  cached: CachedCounts = cachedCounts(database.query),
): FactSource {
  const organisation = async () => (await database.query.get<OrganisationFacts>(organisationRow)) ?? NOT_SET_UP
  const countsByDefinitions = new Map<string, Counts>()
  const countsUnder = (rules: Rules, excluded: ExcludedKeys): Counts => {
    const name = JSON.stringify([rules, excluded])
    const earlier = countsByDefinitions.get(name)
    if (earlier) return earlier
    const counts = counted(database, { ...deps, rules, excluded }, cached)
    if (countsByDefinitions.size >= MOST_DEFINITIONS) countsByDefinitions.clear()
    countsByDefinitions.set(name, counts)
    return counts
  }
  return {
    forHalfYear: async (half) => {
      const [confirmed, { programmeStart, ...own }] = await Promise.all([
        cached('confirmed changes', () =>
          database.readSnapshot(async (query) => ({
            settings: await readConfirmedSettings(query),
            rows: await readConfirmedRows(query),
          })),
        ),
        organisation(),
      ])
      const definitions = definitionsFor(deps.rules, confirmed.settings, half)
      const exclusions = exclusionsIn(confirmed.rows, half)
      const { baselineYear = own.baselineYear } = definitions
      const counts = countsUnder(definitions.rules, keysOf(exclusions))
      return { ...counts, programmeStart, definitions: { ...definitions, baselineYear }, exclusions }
    },
  }
}

/** Rules change a few times a year, and a row is excluded occasionally. */
const MOST_DEFINITIONS = 100

function keysOf(exclusions: readonly Exclusion[]): ExcludedKeys {
  const of = (goal: RowGoal) =>
    exclusions.flatMap((each) => (each.goal === goal && each.row !== null ? [each.row] : []))
  return { surfaces: of('policy-publication'), staff: of('staff-training'), partners: of('partner-audit') }
}

type Counts = Omit<HalfYearFacts, 'definitions' | 'exclusions' | 'programmeStart'>

function counted(database: FactDatabase, deps: FactDeps, cached: CachedCounts): Counts {
  const { query } = database
  const { rules, timeZone, excluded } = deps
  const under = JSON.stringify([rules, excluded])
  const once = <T>(count: () => Promise<T>, ...of: readonly (string | number)[]) =>
    cached(`${of.join(' ')} ${under}`, count)
  return {
    publication: (asOf) => once(() => publicationFacts(query, asOf, deps), 'publication', asOf, timeZone),
    training: (quarter, asOf) =>
      once(() => trainingFacts(query, quarter, asOf, deps), 'training', periodKey(quarter), asOf, timeZone),
    trainingByUnit: (quarter, asOf) =>
      once(() => trainingByUnit(query, quarter, asOf, deps), 'training by unit', periodKey(quarter), asOf, timeZone),
    leaks: (year, asOf) => leaksByMonth(query, year, asOf, timeZone),
    incidents: (year, baselineYear, asOf) =>
      once(
        () => incidentFacts(query, { year, baselineYear }, asOf, timeZone),
        ...(['incidents', year, baselineYear, asOf, timeZone] as const),
      ),
    incidentMonths: (first, last) =>
      once(() => incidentMonths(query, first, last, timeZone), 'incident months', first, last, timeZone),
    satisfaction: (halfYear) => satisfactionFacts({ query, timeZone, cached }, halfYear),
    breakdown: (halfYear) => breakdownFacts(query, halfYear),
    cases: (halfYear) => caseCells(query, halfYear),
    partners: (year, asOf) => once(() => partnerFacts(query, year, asOf, deps), 'partners', year, asOf, timeZone),
    indicators: (half, today) => indicatorFacts(query, half, today, { ...deps, period: periodKey(half) }),
    missingSurfaces: (asOf) => missingSurfaces(query, asOf, deps),
    missingStaff: (quarter, asOf) => missingStaff(query, quarter, asOf, deps),
    missingPartners: (year, asOf) => missingPartners(query, year, asOf, deps),
    surfacesBridge: (asOf) => once(() => surfacesBridge(query, asOf, deps), 'surfaces bridge', asOf, timeZone),
    staffBridge: (quarter, asOf) =>
      once(() => staffBridge(query, quarter, asOf, deps), 'staff bridge', periodKey(quarter), asOf, timeZone),
    partnersBridge: (year, asOf) =>
      once(() => partnersBridge(query, year, asOf, deps), 'partners bridge', year, asOf, timeZone),
    tracedRows: (figure) => tracedRows(database, figure, deps),
  }
}

const cells = `
SELECT kind, coalesce(regime, 'none') AS regime, channel, count(*) AS people FROM rights_case
WHERE received_on BETWEEN @from AND @to AND ${NO_FLOOD} GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`

/**
 * Exact counts of the cases received in a half-year, by kind, law and channel. Small cells must be suppressed before
 * anyone sees them.
 */
const caseCells = (query: ReadQuery, half: Period): Promise<readonly CaseCell[]> =>
  query.all<CaseCell>(cells, { from: firstDay(half), to: lastDay(half) })

interface WaveRow extends QuestionnaireVersion {
  readonly id: string
  readonly status: BreakdownFacts['standing']
  readonly smallest_group: number
  readonly minimum_for_status: number
}

const waveOf = `
SELECT id, status, smallest_group, minimum_for_status, questionnaire_id, questionnaire_version FROM wave WHERE period = @period`

// The previous wave, among half-years only, because a replay also has years.
const before = `
SELECT questionnaire_id, questionnaire_version FROM wave
WHERE period < @period AND period LIKE '____-H_' AND unlinked_at IS NOT NULL ORDER BY period DESC LIMIT 1`

const cellsOf = `
SELECT id, trip_type AS tripType, channel, region, language, invited_count AS invited FROM cell WHERE wave_id = @waveId
ORDER BY trip_type, channel, region, language`

const talliesOf = `
SELECT cell_id, item, value, count FROM tally WHERE wave_id = @waveId`

/** The tallies of a wave by cell and published share. Their number does not grow with the answers. */
export async function breakdownFacts(query: ReadQuery, halfYear: Period): Promise<BreakdownFacts | null> {
  const period = periodKey(halfYear)
  const wave = await query.get<WaveRow>(waveOf, { period })
  if (!wave) return null
  const questionnaire = await readQuestionnaire(query, wave)
  const earlier = await query.get<QuestionnaireVersion>(before, { period })
  const broken = earlier ? brokenTrends(await readQuestionnaire(query, earlier), questionnaire) : []
  const shares = answerShares(questionnaire)
  return {
    standing: wave.status,
    smallestGroup: wave.smallest_group,
    minimum: wave.minimum_for_status,
    items: shares.map(({ id, kind, text, stem, item }): RatedItem => {
      return { id, kind, text, stem, broken: broken.find((each) => each.id === item)?.because ?? null }
    }),
    // After unlinking no counter decreases, so nobody can see one answer disappear by reading twice.
    cells: wave.status === 'unlinked' ? await countedCells(query, wave.id, shares) : [],
  }
}

async function countedCells(query: ReadQuery, waveId: string, shares: readonly AnswerShare[]) {
  const sharesOf = Map.groupBy(shares, ({ item }) => item)
  const tallies = Map.groupBy(
    await query.all<{ cell_id: string; item: string; value: string; count: number }>(talliesOf, { waveId }),
    ({ cell_id }) => cell_id,
  )
  const cells = await query.all<Record<Margin | 'id', string> & { readonly invited: number }>(cellsOf, { waveId })
  return cells.map(({ id, ...categories }) => {
    const counts: Record<string, ItemCounts> = {}
    for (const { item, value, count } of tallies.get(id) ?? []) {
      for (const share of sharesOf.get(item) ?? []) {
        const countedAs = share.countedAs.get(value)
        if (countedAs === undefined) continue
        const { opinions, topTwo, withoutOpinion } = counts[share.id] ?? NOBODY
        counts[share.id] = {
          opinions: opinions + (countedAs === 'without-opinion' ? 0 : count),
          topTwo: topTwo + (countedAs === 'in' ? count : 0),
          withoutOpinion: withoutOpinion + (countedAs === 'without-opinion' ? count : 0),
        }
      }
    }
    return { ...categories, counts }
  })
}

const NOBODY: ItemCounts = { opinions: 0, topTwo: 0, withoutOpinion: 0 }
