import type { Owner } from '@wayproof/accounts/accounts/person'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { nextPeriod, type PeriodKey, parsePeriod, periodKey } from '@wayproof/kernel/calendar/period'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type HalfYearFault, startedHalfYear } from '../../build-scorecard.ts'
import { type GoalId, OWNERS } from '../../goals/goal.ts'
import { judgeGoal } from '../../goals/judge-goal.ts'
import { publish } from '../../publish/publish.ts'
import { whyFixed } from '../period-close.ts'
import type { ClosingPorts } from '../ports.ts'
import { needsRemedy } from './remedies-by-state.ts'
import type { ActionOutcome, Remedy } from './remedy.ts'

export interface DecideRemedy {
  readonly period: PeriodKey
  readonly goal: GoalId
  readonly note: string
  readonly action: string
  readonly dueOn: CalendarDate
  readonly effect: string
  readonly by: string
}

export type RemedyFault =
  | HalfYearFault
  | { readonly code: 'period-closed' | 'already-frozen' | 'due-date-past' | 'remedy-not-needed' }

/** Records why a goal is red or had no survey, and its owner's action with due day and expected effect. */
export async function decideRemedy(
  ports: Pick<ClosingPorts, 'closing' | 'actions' | 'clock' | 'ids' | 'timeZone' | 'facts'>,
  { by, ...decided }: DecideRemedy,
): Promise<Outcome<Remedy, RemedyFault>> {
  const { closing, actions, clock, ids, timeZone } = ports
  const now = clock.now()
  const today = dateAt(now, timeZone)
  const half = startedHalfYear(decided.period, today)
  if (!half.ok) return half
  const fixed = whyFixed(await closing.closing(decided.period))
  if (fixed) return fail(fixed)
  if (decided.dueOn <= today) return fail('due-date-past')
  const verdict = publish(await judgeGoal(ports, decided.goal, half.value, today))
  if (!needsRemedy(verdict)) return fail('remedy-not-needed')
  const remedy = { ...decided, id: ids.next(), owner: OWNERS[decided.goal], decidedAt: now, decidedBy: by }
  await actions.addRemedy(remedy)
  return ok(remedy)
}

export interface RecordOutcome {
  readonly action: Id
  readonly state: ActionOutcome['state']
  readonly text: string
  readonly by: string
  /** Moment of the outcome that the user had seen; null if there was none. */
  readonly seen: Instant | null
  /** The office that records it, which must own the action; null for an officer, who records any. */
  readonly owner: Owner | null
}

/**
 * Records the outcome of an action, until the scorecard of the following half-year, which contains it, is frozen. An
 * action that is still under way can end after the closing. Faults: `action-unknown`, `already-frozen`,
 * `period-closed`, `not-the-owner`, `outcome-changed`.
 */
export async function recordOutcome(
  { actions, closing, clock }: Pick<ClosingPorts, 'actions' | 'closing' | 'clock'>,
  { action, state, text, by, seen, owner }: RecordOutcome,
): Promise<Outcome<null>> {
  const before = await actions.state(action)
  if (!before) return fail('action-unknown')
  const following = periodAfter(before.period)
  const fixed = whyFixed(await closing.closing(following))
  const hasEnded = before.state === 'done' || before.state === 'dropped'
  if (fixed && (fixed === 'already-frozen' || hasEnded)) return fail(fixed)
  const outcome = { state, text, recordedAt: clock.now(), recordedBy: by }
  return actions.recordOutcome(action, outcome, { seen, owner, following })
}

function periodAfter(key: PeriodKey): PeriodKey {
  const period = parsePeriod(key)
  return period ? periodKey(nextPeriod(period)) : key
}
