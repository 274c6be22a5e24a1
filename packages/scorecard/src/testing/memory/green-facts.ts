import type { CaseCell } from '../../cases/case-groups.ts'
import type {
  BreakdownFacts,
  IncidentFacts,
  IncidentMonth,
  LeakCount,
  PartnerFacts,
  PublicationFacts,
  QuarterFacts,
  SatisfactionFacts,
  UnitTraining,
} from '../../facts.ts'
import type { MissingRow } from '../../goals/missing-row.ts'
import type { IndicatorFacts } from '../../measures/indicator-facts.ts'
import type { TracedRow } from '../../sample/traced-row.ts'
import { incidentFacts, partnerFacts, publicationFacts, quarterFacts, waveFacts } from '../example-facts.ts'
import { noIndicatorFacts } from '../indicator-facts.ts'

/** The same counts for every half-year. A test may replace them. */
export interface MemoryFacts {
  publication: PublicationFacts
  quarter: Omit<QuarterFacts, 'quarter'>
  incidents: Omit<IncidentFacts, 'baselineYear' | 'currentYear'>
  satisfaction: SatisfactionFacts
  partners: PartnerFacts
  breakdown: BreakdownFacts | null
  cases: readonly CaseCell[]
  indicators: IndicatorFacts
  trainingByUnit: readonly UnitTraining[]
  leaks: readonly LeakCount[]
  incidentMonths: readonly IncidentMonth[]
  missingSurfaces: readonly MissingRow[]
  missingStaff: readonly MissingRow[]
  missingPartners: readonly MissingRow[]
  traced: readonly TracedRow[]
}

/** Counts under which every goal is met. */
export const greenFacts = (): MemoryFacts => ({
  publication: publicationFacts(),
  quarter: quarterFacts(),
  incidents: incidentFacts({ currentCount: 1 }),
  satisfaction: waveFacts([0, 0, 50, 900, 0]),
  partners: partnerFacts(),
  breakdown: null,
  cases: [],
  indicators: noIndicatorFacts(),
  trainingByUnit: [],
  leaks: [],
  incidentMonths: [],
  missingSurfaces: [],
  missingStaff: [],
  missingPartners: [],
  traced: [],
})
