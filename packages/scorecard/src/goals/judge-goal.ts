import { type CalendarDate, earlier } from '@wayproof/kernel/calendar/calendar-date'
import { lastDay, type Period, periodKey, quartersOf, yearOf } from '@wayproof/kernel/calendar/period'
import type { ExactVerdict } from '../exact.ts'
import type { BookedLeaks, IncidentFacts } from '../facts.ts'
import type { HalfYearFacts, ScorecardPorts } from '../ports.ts'
import { publish } from '../publish/publish.ts'
import type { Definitions } from '../rule-changes/definitions.ts'
import type { Verdict, VerdictOn } from '../verdict.ts'
import { judgeCustomerSatisfaction } from './customer-satisfaction.ts'
import { type GoalId, isYearly } from './goal.ts'
import { judgeIncidentReduction } from './incident-reduction.ts'
import { judgePartnerAudit } from './partner-audit.ts'
import { judgePolicyPublication } from './policy-publication.ts'
import { judgeStaffTraining } from './staff-training.ts'

/** Without `sealed`, a baseline year counts as the register has it now. */
export type GoalPorts = Pick<ScorecardPorts, 'facts'> & Partial<Pick<ScorecardPorts, 'sealed'>>

type ReadPorts = Pick<ScorecardPorts, 'facts' | 'sealed'>

type Judges = {
  readonly [G in GoalId]: (
    facts: HalfYearFacts,
    half: Period,
    today: CalendarDate,
    ports: GoalPorts,
  ) => Promise<ExactVerdict<G>>
}

/** Last day that counts for `half` on `today`: later events do not change an ended period. */
export const asOfDay = (half: Period, today: CalendarDate): CalendarDate => earlier(today, lastDay(half))

const judgedBy = ({ rules, targets }: Definitions, goal: GoalId) => ({ rules, target: targets[goal] })

const judges: Judges = {
  'policy-publication': async (facts, half, today) => {
    const asOf = asOfDay(half, today)
    return judgePolicyPublication(
      { ...(await facts.publication(asOf)), programmeStart: facts.programmeStart },
      { period: half, asOf, today, ...judgedBy(facts.definitions, 'policy-publication') },
    )
  },
  'staff-training': async (facts, half, today) => {
    // The day itself, not the half-year's last day: a late pass is reported but still counts as missing.
    const quarters = await Promise.all(quartersOf(half).map((quarter) => facts.training(quarter, today)))
    const by = judgedBy(facts.definitions, 'staff-training')
    return judgeStaffTraining({ quarters }, { period: half, asOf: asOfDay(half, today), today, ...by })
  },
  'incident-reduction': async (facts, half, today, ports) => {
    const asOf = asOfDay(half, today)
    const incidentFacts = await facts.incidents(half.year, facts.definitions.baselineYear ?? half.year - 1, asOf)
    const by = judgedBy(facts.definitions, 'incident-reduction')
    return judgeIncidentReduction(await withSealedBaseline(ports, untilToday(incidentFacts, today), asOf), {
      period: yearOf(half),
      asOf,
      today,
      ...by,
    })
  },
  'customer-satisfaction': async (facts, half, today) => {
    const satisfactionFacts = await facts.satisfaction(half)
    const by = judgedBy(facts.definitions, 'customer-satisfaction')
    return judgeCustomerSatisfaction(satisfactionFacts, { period: half, asOf: asOfDay(half, today), today, ...by })
  },
  'partner-audit': async (facts, half, today) => {
    const asOf = asOfDay(half, today)
    const by = judgedBy(facts.definitions, 'partner-audit')
    return judgePartnerAudit(await facts.partners(half.year, asOf), { period: yearOf(half), asOf, today, ...by })
  },
}

/** Reads the facts of a goal for a half-year and judges it as of `today`, by that half-year's rules and target. */
export async function judgeGoal<G extends GoalId>(
  ports: GoalPorts,
  goal: G,
  half: Period,
  today: CalendarDate,
): Promise<ExactVerdict<G>> {
  const judge: Judges[G] = judges[goal]
  return judge(await ports.facts.forHalfYear(periodKey(half)), half, today, ports)
}

/** The month of today ends tonight at the earliest, so nobody could confirm yet that nothing happened in it. */
function untilToday(facts: IncidentFacts, today: CalendarDate): IncidentFacts {
  const { silence } = facts
  const running = today.slice(0, 7)
  if (!silence.current?.includes(running)) return facts
  const unconfirmed = silence.current.filter((month) => month !== running)
  const isFirst = running.endsWith('-01')
  return { ...facts, silence: { ...silence, current: unconfirmed.length > 0 || isFirst ? unconfirmed : null } }
}

/**
 * A sealed baseline year counts as sealed; only a restatement of it changes the baseline. No seal counts a part of its
 * year: while the year runs, a register that the seal contradicts is not compared.
 */
async function withSealedBaseline(
  { sealed }: GoalPorts,
  facts: IncidentFacts,
  asOf: CalendarDate,
): Promise<IncidentFacts> {
  const last: Period = { kind: 'half-year', year: facts.baselineYear, index: 2 }
  const verdict = sealed ? await sealedVerdict({ sealed }, 'incident-reduction', last) : null
  if (verdict === null || verdict.reason === 'no-register' || verdict.reason === 'nothing-recorded') return facts
  const { currentYear, currentCount: baselineCount } = verdict.figures
  if (currentYear !== facts.baselineYear) return facts
  const heard = facts.silence.baseline === null ? facts : { ...facts, silence: { ...facts.silence, baseline: null } }
  if (baselineCount === facts.baselineCount) return heard
  const isWhole = asOf === lastDay({ kind: 'year', year: facts.currentYear, index: 1 })
  const booked: BookedLeaks = isWhole
    ? { ...facts.booked, baselineCount }
    : { ...facts.booked, baselineBookings: null, currentBookings: null }
  const baselineSoFar = isWhole ? baselineCount : null
  return { ...heard, baselineCount, baselineSoFar, baselineInRegister: facts.baselineCount, booked }
}

/**
 * The verdict that a change is measured from: a yearly goal's of the previous year, else of the previous half-year. Null
 * if that was over before the program began, when nobody worked on the goal.
 */
export async function readVerdictBefore(
  ports: ReadPorts,
  goal: GoalId,
  half: Period,
  today: CalendarDate,
): Promise<Verdict | null> {
  const before: Period =
    isYearly(goal) || half.index === 1
      ? { kind: 'half-year', year: half.year - 1, index: 2 }
      : { kind: 'half-year', year: half.year, index: 1 }
  const { programmeStart } = await ports.facts.forHalfYear(periodKey(half))
  return lastDay(before) < programmeStart ? null : readVerdict(ports, goal, before, today)
}

/** Reads the published verdict of a goal in a half-year; a closed one as sealed. */
export async function readVerdict<G extends GoalId>(
  ports: ReadPorts,
  goal: G,
  half: Period,
  today: CalendarDate,
): Promise<VerdictOn<G>> {
  return (await sealedVerdict(ports, goal, half)) ?? publish(await judgeGoal(ports, goal, half, today))
}

/** The sealed verdict of a goal; null if the half-year is not closed. */
async function sealedVerdict<G extends GoalId>(
  { sealed }: Pick<ScorecardPorts, 'sealed'>,
  goal: G,
  half: Period,
): Promise<VerdictOn<G> | null> {
  const isOn = (verdict: Verdict): verdict is VerdictOn<G> => verdict.goal === goal
  return (await sealed(periodKey(half)))?.verdicts.find(isOn) ?? null
}
