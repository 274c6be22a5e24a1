import { periodKey } from '@wayproof/kernel'
import {
  definitionsFor,
  type Exclusion,
  exclusionsIn,
  type FactSource,
  type HalfYearFacts,
  type OrganisationFacts,
  type RowGoal,
  type Rules,
} from '@wayproof/scorecard'
import type { Database } from '../engine/database.ts'
import { readConfirmedRows, readConfirmedSettings } from '../rules/confirmed-changes.ts'
import { tracedRows } from '../tracing/traced-rows.ts'
import { caseCells } from './case-cells.ts'
import { incidentFacts } from './incident-facts.ts'
import { indicatorFacts } from './indicator-facts.ts'
import { type KeptCounts, keptCounts } from './kept-counts.ts'
import { missingPartners, partnerFacts } from './partner-facts.ts'
import { missingSurfaces, publicationFacts } from './publication-facts.ts'
import { breakdownFacts } from './survey/breakdown-facts.ts'
import { satisfactionFacts } from './survey/satisfaction-facts.ts'
import { type ExcludedKeys, type FactDeps, missingStaff, trainingFacts } from './training-facts.ts'

const organisationRow = 'SELECT programme_start AS programmeStart, baseline_year AS baselineYear FROM organisation'

/** Before an organization is set up nothing has begun, and nothing is due. */
const NOT_SET_UP: OrganisationFacts = { programmeStart: '9999-01-01', baselineYear: null }

/**
 * The counts that the goals are judged from, made by the database under `deps.rules`; those of the registers are kept until
 * one changes. What two people confirmed for a half-year comes on top of these rules.
 */
export function factSource(database: Database, deps: FactDeps, kept: KeptCounts = keptCounts(database)): FactSource {
  const organisation = () => database.read<OrganisationFacts>(organisationRow).get() ?? NOT_SET_UP
  const countsByDefinitions = new Map<string, Counts>()
  const countsUnder = (rules: Rules, excluded: ExcludedKeys): Counts => {
    const name = JSON.stringify([rules, excluded])
    const known = countsByDefinitions.get(name)
    if (known) return known
    const counts = counted(database, { ...deps, rules, excluded }, kept)
    if (countsByDefinitions.size >= MOST_DEFINITIONS) countsByDefinitions.clear()
    countsByDefinitions.set(name, counts)
    return counts
  }
  return {
    forHalfYear: async (half) => {
      const confirmed = kept('confirmed changes', () =>
        database.snapshot((read) => ({ settings: readConfirmedSettings(read), rows: readConfirmedRows(read) })),
      )
      const definitions = definitionsFor(deps.rules, confirmed.settings, half)
      const exclusions = exclusionsIn(confirmed.rows, half)
      const { programmeStart, ...own } = organisation()
      const { baselineYear = own.baselineYear } = definitions
      const counts = countsUnder(definitions.rules, keysOf(exclusions))
      return { ...counts, programmeStart, definitions: { ...definitions, baselineYear }, exclusions }
    },
  }
}

/** Rules change a few times a year, and a row is left out now and then. */
const MOST_DEFINITIONS = 100

function keysOf(exclusions: readonly Exclusion[]): ExcludedKeys {
  const of = (goal: RowGoal) =>
    exclusions.flatMap((each) => (each.goal === goal && each.row !== null ? [each.row] : []))
  return { surfaces: of('policy-publication'), staff: of('staff-training'), partners: of('partner-audit') }
}

type Counts = Omit<HalfYearFacts, 'definitions' | 'exclusions' | 'programmeStart'>

function counted(database: Database, deps: FactDeps, kept: KeptCounts): Counts {
  const { rules, timeZone, excluded } = deps
  const under = JSON.stringify([rules, excluded])
  const once = <T>(count: () => T, ...of: readonly (string | number)[]) => kept(`${of.join(' ')} ${under}`, count)
  return {
    publication: async (asOf) =>
      once(() => publicationFacts(database, asOf, rules, excluded?.surfaces), 'publication', asOf),
    training: async (quarter, asOf) =>
      once(() => trainingFacts(database, quarter, asOf, deps), 'training', periodKey(quarter), asOf, timeZone),
    incidents: async (year, baselineYear, asOf) =>
      once(() => incidentFacts(database, year, baselineYear, asOf), 'incidents', year, baselineYear, asOf),
    satisfaction: async (halfYear) => satisfactionFacts({ database, timeZone, kept }, halfYear),
    breakdown: async (halfYear) => breakdownFacts(database, halfYear),
    cases: async (halfYear) => caseCells(database, halfYear),
    partners: async (year, asOf) =>
      once(() => partnerFacts(database, year, asOf, rules, excluded?.partners), 'partners', year, asOf),
    indicators: async (half, asOf) => indicatorFacts(database, half, asOf, { ...deps, period: periodKey(half) }),
    missingSurfaces: async (asOf) => missingSurfaces(database, asOf, rules, excluded?.surfaces),
    missingStaff: async (quarter, asOf) => missingStaff(database, quarter, asOf, deps),
    missingPartners: async (year, asOf) => missingPartners(database, year, asOf, rules, excluded?.partners),
    tracedRows: async (query) => tracedRows(database, query, deps),
  }
}
