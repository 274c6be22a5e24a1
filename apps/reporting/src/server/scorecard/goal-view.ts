import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { UndoneImport } from '@wayproof/evidence/imports/undone-imports'
import type { UnitCount } from '@wayproof/evidence/rows/ports'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { compareWaves, type WaveComparison } from '@wayproof/scorecard/change/compare-waves'
import type { TrendPoint } from '@wayproof/scorecard/change/trend'
import { type HalvingPower, whatHalvingShows } from '@wayproof/scorecard/claims/what-halving-shows'
import { undoneBeneath } from '@wayproof/scorecard/closing/list-undone-imports'
import { whyFixed } from '@wayproof/scorecard/closing/period-close'
import { type MissingRead, readMissingRows } from '@wayproof/scorecard/closing/seals/read-missing-rows'
import type { BridgeRow } from '@wayproof/scorecard/goals/bridge'
import type { GoalId } from '@wayproof/scorecard/goals/goal'
import { isUncompared } from '@wayproof/scorecard/goals/leaks-against-cap'
import type { MissingRow } from '@wayproof/scorecard/goals/missing-row'
import { goalTrend } from '@wayproof/scorecard/goals/trace-goal'
import { type BridgeRead, readBridges } from '@wayproof/scorecard/read-bridges'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import { recordedOn } from '@wayproof/scorecard/recorded-on'
import { isProposed } from '@wayproof/scorecard/rule-changes/list-taken-out'
import type { RuleChange } from '@wayproof/scorecard/rule-changes/rule-change'
import type { Verdict } from '@wayproof/scorecard/verdict'
import type { Improvement } from '@wayproof/survey/improvements/improvement-store'
import { maySeeStaff } from '../registers/register-access.ts'
import { unitsForRole } from '../registers/units-for-role.ts'
import type { Services } from '../trpc/context.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { excludedForRole } from './excluded-for-role.ts'

export interface MissingView extends Omit<MissingRead, 'rows'> {
  readonly rows: ReturnType<typeof missingForRole>
  /** Some are missing, but too few to show this reader a number. */
  readonly tooFew: boolean
}

export interface GoalView {
  readonly verdict: Verdict
  /** The day whose registers it was counted from. */
  readonly recordedOn: CalendarDate
  readonly trend: readonly TrendPoint[]
  /** For the incident goal only: what a true halving shows at its counts; null if two years are not compared. */
  readonly halving: HalvingPower | null
  /** For the satisfaction goal only: comparison of the wave with earlier ones. */
  readonly waves: readonly WaveComparison[]
  /** Missing records that this reader may see, by period. */
  readonly missing: readonly MissingView[]
  /** How the denominator came about, by period; none for goals without a register of rows. */
  readonly bridges: readonly BridgeView[]
  /** Imports in the seal of this goal that were undone since. */
  readonly undone: readonly UndoneImport[]
  /** Records that two people excluded from the share. */
  readonly excluded: ReturnType<typeof excludedForRole>
  readonly improvements: readonly Pick<Improvement, 'id' | 'text' | 'owner' | 'told'>[]
  /** Whether improvements can still be chosen and withdrawn: no longer after a half-year is frozen or closed. */
  readonly choosing: boolean
  /** Chosen, and withdrawn before travelers were informed. */
  readonly withdrawn: readonly (Pick<Improvement, 'id' | 'text'> & { readonly at: Instant })[]
}

/** A goal in detail: the verdict of the scorecard, its history, and the missing records that this reader may see. */
export async function goalView(
  services: Services,
  { goal, period, role }: { readonly goal: GoalId; readonly period: PeriodKey; readonly role: UserRole },
): Promise<Outcome<GoalView>> {
  const ports = scorecardPorts(services)
  const scorecard = await readScorecard(ports, { period })
  if (!scorecard.ok) return scorecard
  const trend = await goalTrend(ports, { goal, period })
  if (!trend.ok) return trend
  const waves = goal === 'customer-satisfaction' ? await compareWaves(ports, { period }) : ok([])
  if (!waves.ok) return waves
  const lists = await readMissingRows({ ...ports, closing: services.store.closing }, { goal, period })
  if (!lists.ok) return lists
  const bridges = await readBridges(ports, { goal, period }, scorecard.value)
  if (!bridges.ok) return bridges
  const verdict = scorecard.value.verdicts.find((candidate) => candidate.goal === goal)
  if (!verdict) throw new Error(`the scorecard lacks ${goal}`)
  const improvements = await services.store.improvements.list(period)
  const withdrawn = await services.store.improvements.withdrawn(period)
  const changes = await services.store.ruleChanges.changes()
  const { exclusions } = await ports.facts.forHalfYear(period)
  return ok({
    verdict,
    recordedOn: recordedOn(scorecard.value, dateAt(services.clock.now(), services.timeZone)),
    trend: trend.value,
    halving: halvingAt(verdict),
    waves: waves.value,
    missing: lists.value.map((list) => {
      const rows = missingForRole(role, goal, list.rows)
      return { ...list, rows, tooFew: list.rows.length > 0 && rows.length === 0 }
    }),
    bridges: bridges.value.map((bridge) => bridgeForRole(role, bridge, changes)),
    undone: await undoneBeneath(services.store, { period, goal }),
    excluded: excludedForRole(
      role,
      exclusions.filter((exclusion) => exclusion.goal === goal),
    ),
    improvements: improvements.map(({ id, text, owner, told }) => ({ id, text, owner, told })),
    choosing: whyFixed(await services.store.closing.closing(period)) === null,
    withdrawn: withdrawn.map(({ id, text, withdrawn }) => ({ id, text, at: withdrawn?.at ?? 0 })),
  })
}

function halvingAt({ goal, reason, target, figures }: Verdict): HalvingPower | null {
  if (goal !== 'incident-reduction' || !('cap' in figures) || isUncompared(reason)) return null
  return whatHalvingShows({ baseline: figures.baselineCount, cap: figures.cap, targetRatio: 1 - target })
}

/** A reader who may not see single members of staff gets counts of units, as in the registers. */
export function missingForRole(
  role: UserRole,
  goal: GoalId,
  rows: readonly MissingRow[],
): readonly MissingRow[] | readonly UnitCount[] {
  return goal !== 'staff-training' || maySeeStaff(role) ? rows : unitsForRole(byUnit(rows))
}

function byUnit(rows: readonly MissingRow[]): UnitCount[] {
  const counts = new Map<string, number>()
  for (const { label } of rows) counts.set(label, (counts.get(label) ?? 0) + 1)
  return [...counts].map(([unit, people]) => ({ unit, people }))
}

interface BridgeView extends Omit<BridgeRead, 'rows'> {
  readonly rows: readonly BridgeRowView[]
  /** This reader may not see single members of staff. */
  readonly rowsHidden: boolean
}

interface BridgeRowView extends BridgeRow {
  /** An exclusion of the row waits for a second person. */
  readonly proposed: boolean
}

/** A reader who may not see single members of staff gets the numbers without the people. */
function bridgeForRole(role: UserRole, bridge: BridgeRead, changes: readonly RuleChange[]): BridgeView {
  const isHidden = bridge.goal === 'staff-training' && !maySeeStaff(role)
  const rows = isHidden ? [] : bridge.rows
  return {
    ...bridge,
    rows: rows.map((row) => ({
      ...row,
      proposed: row.line === 'waiting' && isProposed(changes, bridge.goal, row.key),
    })),
    rowsHidden: isHidden,
  }
}
