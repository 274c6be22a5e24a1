import { periodKey } from '@wayproof/kernel'
import type { FactSource, OrganisationFacts } from '@wayproof/scorecard'
import { breakdownFacts } from './facts/breakdown-facts.ts'
import { caseCells } from './facts/case-cells.ts'
import { incidentFacts } from './facts/incident-facts.ts'
import { indicatorFacts } from './facts/indicator-facts.ts'
import { type KeptCounts, keptCounts } from './facts/kept-counts.ts'
import { missingPartners, partnerFacts } from './facts/partner-facts.ts'
import { missingSurfaces, publicationFacts } from './facts/publication-facts.ts'
import { satisfactionFacts } from './facts/satisfaction-facts.ts'
import { type FactDeps, missingStaff, trainingFacts } from './facts/training-facts.ts'
import type { Database } from './sqlite/database.ts'

const organisation = 'SELECT programme_start AS programmeStart, baseline_year AS baselineYear FROM organisation'

/** Before an organisation is set up nothing has begun, and nothing is due. */
const NOT_SET_UP: OrganisationFacts = { programmeStart: '9999-01-01', baselineYear: null }

/** The counts that the goals are judged from, made by the database; those of the registers are kept until one changes. */
export function factSource(database: Database, deps: FactDeps, kept: KeptCounts = keptCounts(database)): FactSource {
  const { rules, timeZone } = deps
  const under = JSON.stringify(rules)
  const counted = <T>(count: () => T, ...of: readonly (string | number)[]) => kept(`${of.join(' ')} ${under}`, count)
  return {
    organisation: async () => database.read<OrganisationFacts>(organisation).get() ?? NOT_SET_UP,
    publication: async (asOf) => counted(() => publicationFacts(database, asOf, rules), 'publication', asOf),
    training: async (quarter, asOf) =>
      counted(() => trainingFacts(database, quarter, asOf, deps), 'training', periodKey(quarter), asOf, timeZone),
    incidents: async (year, baselineYear, asOf) =>
      counted(() => incidentFacts(database, year, baselineYear, asOf), 'incidents', year, baselineYear, asOf),
    satisfaction: async (halfYear) => satisfactionFacts({ database, timeZone, kept }, halfYear),
    breakdown: async (halfYear) => breakdownFacts(database, halfYear),
    cases: async (halfYear) => caseCells(database, halfYear),
    partners: async (year, asOf) => counted(() => partnerFacts(database, year, asOf, rules), 'partners', year, asOf),
    indicators: async (half, asOf) => indicatorFacts(database, half, asOf, { ...deps, period: periodKey(half) }),
    missingSurfaces: async (asOf) => missingSurfaces(database, asOf, rules),
    missingStaff: async (quarter, asOf) => missingStaff(database, quarter, asOf, deps),
    missingPartners: async (year, asOf) => missingPartners(database, year, asOf, rules),
  }
}
