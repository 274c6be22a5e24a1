import { type CalendarDate, earlier, lastDay, type Period, periodKey, quartersOf, yearOf } from '@wayproof/kernel'
import { judgeCustomerSatisfaction } from './customer-satisfaction.ts'
import { type GoalId, isYearly } from './goal.ts'
import { judgeIncidentReduction } from './incident-reduction.ts'
import { judgePartnerAudit } from './partner-audit.ts'
import { judgePolicyPublication } from './policy-publication.ts'
import type { ScorecardPorts } from './ports.ts'
import { judgeStaffTraining } from './staff-training.ts'
import type { Verdict, VerdictOf } from './verdict.ts'

export type GoalPorts = Pick<ScorecardPorts, 'facts' | 'rules'>

type Judges = { readonly [G in GoalId]: (ports: GoalPorts, half: Period, today: CalendarDate) => Promise<VerdictOf<G>> }

/** The last day that counts for `half` on `today`: what is seen later does not change an ended period. */
export const asOfDay = (half: Period, today: CalendarDate): CalendarDate => earlier(today, lastDay(half))

const judges: Judges = {
  'policy-publication': async ({ facts, rules }, half, today) => {
    const asOf = asOfDay(half, today)
    const { programmeStart } = await facts.organisation()
    return judgePolicyPublication(
      { ...(await facts.publication(asOf)), programmeStart },
      { period: half, asOf, today, rules },
    )
  },
  'staff-training': async ({ facts, rules }, half, today) => {
    // The day itself, not the last of the half-year: who passed late is told, and still counts as missing.
    const quarters = await Promise.all(quartersOf(half).map((quarter) => facts.training(quarter, today)))
    return judgeStaffTraining({ quarters }, { period: half, asOf: asOfDay(half, today), today, rules })
  },
  'incident-reduction': async ({ facts, rules }, half, today) => {
    const asOf = asOfDay(half, today)
    const { baselineYear } = await facts.organisation()
    const counted = await facts.incidents(half.year, baselineYear ?? half.year - 1, asOf)
    return judgeIncidentReduction(counted, { period: yearOf(half), asOf, today, rules })
  },
  'customer-satisfaction': async ({ facts, rules }, half, today) => {
    const counted = await facts.satisfaction(half)
    return judgeCustomerSatisfaction(counted, { period: half, asOf: asOfDay(half, today), today, rules })
  },
  'partner-audit': async ({ facts, rules }, half, today) => {
    const asOf = asOfDay(half, today)
    return judgePartnerAudit(await facts.partners(half.year, asOf), { period: yearOf(half), asOf, today, rules })
  },
}

/** Reads what one goal needs for a half-year and judges it as of `today`. */
export const judgeGoal = (ports: GoalPorts, goal: GoalId, half: Period, today: CalendarDate): Promise<Verdict> =>
  judges[goal](ports, half, today)

/**
 * The verdict the goal's change is measured from: a yearly goal's of the year before, else the half-year's before. Where
 * that is closed, the sealed one.
 */
export async function judgeBefore(
  ports: GoalPorts & Pick<ScorecardPorts, 'sealed'>,
  goal: GoalId,
  half: Period,
  today: CalendarDate,
): Promise<Verdict> {
  const before: Period =
    isYearly(goal) || half.index === 1
      ? { kind: 'half-year', year: half.year - 1, index: 2 }
      : { kind: 'half-year', year: half.year, index: 1 }
  return (await sealedVerdict(ports, goal, before)) ?? judges[goal](ports, before, today)
}

/** The goal's verdict as it was sealed; null where the half-year is not closed. */
export async function sealedVerdict(
  { sealed }: Pick<ScorecardPorts, 'sealed'>,
  goal: GoalId,
  half: Period,
): Promise<Verdict | null> {
  return (await sealed(periodKey(half)))?.verdicts.find((verdict) => verdict.goal === goal) ?? null
}
