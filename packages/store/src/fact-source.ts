import { periodKey } from '@wayproof/kernel'
import type { FactSource, OrganisationFacts } from '@wayproof/scorecard'
import { incidentFacts } from './facts/incident-facts.ts'
import { indicatorFacts } from './facts/indicator-facts.ts'
import { missingPartners, partnerFacts } from './facts/partner-facts.ts'
import { missingSurfaces, publicationFacts } from './facts/publication-facts.ts'
import { satisfactionFacts } from './facts/satisfaction-facts.ts'
import { type FactDeps, missingStaff, trainingFacts } from './facts/training-facts.ts'
import type { Database } from './sqlite/database.ts'

const organisation = 'SELECT programme_start AS programmeStart, baseline_year AS baselineYear FROM organisation'

/** Before an organisation is set up nothing has begun, and nothing is due. */
const NOT_SET_UP: OrganisationFacts = { programmeStart: '9999-01-01', baselineYear: null }

/** The counts that the goals are judged from, each made by the database in one statement. */
export function factSource(database: Database, deps: FactDeps): FactSource {
  const { rules, timeZone } = deps
  return {
    organisation: async () => database.read<OrganisationFacts>(organisation).get() ?? NOT_SET_UP,
    publication: async (asOf) => publicationFacts(database, asOf, rules),
    training: async (quarter, asOf) => trainingFacts(database, quarter, asOf, deps),
    incidents: async (year, baselineYear, asOf) => incidentFacts(database, year, baselineYear, asOf),
    satisfaction: async (halfYear) => satisfactionFacts(database, halfYear, timeZone),
    partners: async (year, asOf) => partnerFacts(database, year, asOf, rules),
    indicators: async (half, asOf) => indicatorFacts(database, half, asOf, { ...deps, period: periodKey(half) }),
    missingSurfaces: async (asOf) => missingSurfaces(database, asOf, rules),
    missingStaff: async (quarter, asOf) => missingStaff(database, quarter, asOf, deps),
    missingPartners: async (year, asOf) => missingPartners(database, year, asOf, rules),
  }
}
