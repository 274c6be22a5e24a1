import { parsePeriod } from '@wayproof/kernel/calendar/period'
import type { Share } from '@wayproof/kernel/share'
import type {
  BookedLeaks,
  IncidentFacts,
  PartnerFacts,
  PublicationFacts,
  QuarterFacts,
  SatisfactionFacts,
  WaveFacts,
} from '../facts.ts'
import type { GoalContext } from '../goals/goal-context.ts'
import { FINEST_STEP } from '../publish/published-step.ts'
import { RULES } from '../rules.ts'

/** Context of a period by its key, by default as of its last day. */
export function contextOf(key: string, asOf: string, more: Partial<GoalContext> = {}): GoalContext {
  const period = parsePeriod(key)
  if (!period) throw new RangeError(key)
  return { period, asOf, rules: RULES, ...more }
}

export const publicationFacts = (facts: Partial<PublicationFacts & { programmeStart: string }> = {}) => ({
  inScope: 20,
  published: 20,
  stale: 0,
  lastLookOn: '2025-12-20',
  version: '3',
  busiestMissing: null,
  programmeStart: '2024-01-01',
  ...facts,
})

export const quarterFacts = (facts: Partial<QuarterFacts> = {}): QuarterFacts => ({
  quarter: '2025-Q4',
  due: 1000,
  passed: 960,
  firstAttemptPassed: 900,
  exempt: 0,
  notYetDue: 0,
  late: 0,
  silent: false,
  sessionHeld: true,
  usualShare: null,
  ...facts,
})

export type SomeIncidentFacts = Partial<Omit<IncidentFacts, 'booked'>> & { readonly booked?: Partial<BookedLeaks> }

export const incidentFacts = ({ booked, ...facts }: SomeIncidentFacts = {}): IncidentFacts => ({
  baselineYear: 2024,
  currentYear: 2025,
  registered: true,
  baselineCount: 8,
  currentCount: 4,
  baselineSoFar: facts.baselineCount ?? 8,
  silence: { baseline: null, current: null },
  undecided: 0,
  assessmentDone: true,
  yearAssumed: false,
  ...facts,
  booked: {
    ...{ months: 12, baselineCount: facts.baselineCount ?? 8, currentCount: facts.currentCount ?? 4 },
    ...{ baselineBookings: null, currentBookings: null, unbooked: [] },
    ...booked,
  },
})

/** Answers at the points 1 to 5 of the shipped scale. */
type PointCounts = readonly [number, number, number, number, number]

const opinionsOf = (counts: PointCounts) => {
  return { opinions: counts.reduce((sum, count) => sum + count, 0), satisfied: counts[3] + counts[4] }
}

const ratedFrom = (counts: PointCounts): Share => {
  const { opinions, satisfied } = opinionsOf(counts)
  return { numerator: satisfied, denominator: opinions }
}

export const waveFacts = (
  counts: PointCounts,
  facts: Partial<WaveFacts> = {},
  improvementChosen = true,
): SatisfactionFacts => ({
  wave: {
    open: false,
    minimumForStatus: 100,
    step: FINEST_STEP,
    changedClose: null,
    trendBreak: null,
    invited: 2000,
    delivered: 1990,
    answered: counts.reduce((sum, count) => sum + count, 0),
    withoutOpinion: 0,
    rated: ratedFrom(counts),
    eligible: 2000,
    cells: [{ categories: { region: 'east' }, baseWeight: 1, ...opinionsOf(counts) }],
    margins: { region: { east: 2000 } },
    ...facts,
  },
  improvementChosen,
})

export const partnerFacts = (facts: Partial<PartnerFacts> = {}): PartnerFacts => ({
  due: 40,
  audited: 40,
  passed: 40,
  notYetDue: 0,
  failedWithoutPlan: 0,
  usualShare: null,
  ...facts,
})
