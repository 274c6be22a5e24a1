import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { hasEnded, type Period, type PeriodKey, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import { type ActingPerson, secondPersonFault } from '@wayproof/kernel/people/second-person'
import { buildScorecard, type HalfYearFault, halfYearNamed } from '../build-scorecard.ts'
import { missingRows } from '../goals/list-missing-rows.ts'
import { countIndicators } from '../measures/count-indicators.ts'
import { sealable } from '../measures/read-sealed-indicators.ts'
import type { Scorecard } from '../scorecard.ts'
import { type MissingStep, missingSteps } from './missing-steps.ts'
import { type Freeze, namedAs, whyFixed } from './period-close.ts'
import type { ClosingPorts } from './ports.ts'
import type { PromisedActions } from './remedies/remedy.ts'
import { canonicalJson } from './seals/canonical-json.ts'
import { type SaltedList, saltList, sealMissing } from './seals/missing-rows-seal.ts'
import type { SealedActions } from './seals/sealed-parts.ts'

export interface FreezePeriod {
  readonly period: PeriodKey
  readonly by: ActingPerson
}

export type FreezeFault =
  | HalfYearFault
  | {
      readonly code:
        | 'period-running'
        | 'period-closed'
        | 'already-frozen'
        | 'appointment-unconfirmed'
        | MissingStep['code']
    }

/**
 * Freezes the current scorecard of an ended half-year for its owners to sign. Every goal must be ready; otherwise the
 * first missing item is the fault.
 */
export async function freezePeriod(
  ports: ClosingPorts,
  { period, by }: FreezePeriod,
): Promise<Outcome<Freeze, FreezeFault>> {
  const { closing, clock, ids, timeZone } = ports
  const half = halfYearNamed(period)
  if (!half.ok) return half
  if (secondPersonFault(by)) return fail('appointment-unconfirmed')
  const now = clock.now()
  if (!hasEnded(half.value, dateAt(now, timeZone))) return fail('period-running')
  const state = await closing.closing(period)
  const fixed = whyFixed(state)
  if (fixed) return fail(fixed)
  const scorecard = await buildScorecard(ports, { period })
  if (!scorecard.ok) return scorecard
  const actions = await ports.actions.actions(period)
  const [lacks] = missingSteps(scorecard.value, actions, await actionsBefore(ports, half.value))
  if (lacks) return fail(lacks.code)
  const saltedLists = await listMissing(ports, scorecard.value)
  const indicators = sealable(await countIndicators(ports, half.value, dateAt(now, timeZone)))
  const parts = {
    figures: canonicalJson(scorecard.value),
    definitions: canonicalJson((await ports.facts.forHalfYear(period)).definitions),
    evidence: canonicalJson({
      ...(await closing.evidence(period)),
      missing: saltedLists.map(sealMissing),
      indicators,
    }),
    actions: canonicalJson(sealedActions(actions)),
  }
  const freeze = {
    id: ids.next(),
    period,
    version: state.seals.length + 1,
    parts,
    frozenAt: now,
    frozenBy: namedAs(by),
  }
  return (await closing.freeze(freeze, by.mailbox, saltedLists)) ? ok(freeze) : fail('already-frozen')
}

/** Lists the rows behind each verdict with missing rows. */
async function listMissing(
  ports: ClosingPorts,
  { period, verdicts }: Pick<Scorecard, 'period' | 'verdicts'>,
): Promise<readonly SaltedList[]> {
  const lists: SaltedList[] = []
  for (const { goal } of verdicts.filter(({ missing }) => missing !== null)) {
    const outcome = await missingRows(ports, { goal, period })
    if (outcome.ok) lists.push(...outcome.value.map((list) => saltList(goal, list, ports.tokens)))
  }
  return lists
}

/** Promised actions of the previous half-year; null if it was never closed. */
export async function actionsBefore(
  { closing, actions }: Pick<ClosingPorts, 'closing' | 'actions'>,
  half: Period,
): Promise<PromisedActions | null> {
  const before = periodKey(previousPeriod(half))
  const { seals } = await closing.closing(before)
  return seals.length > 0 ? actions.actions(before) : null
}

const sealedActions = ({ improvements, remedies, agreed }: PromisedActions): SealedActions => ({
  improvements: improvements.map(({ id, text, owner }) => ({ id, text, owner })),
  remedies: remedies.map(({ outcome: _, changes: __, ...remedy }) => remedy),
  agreed: agreed.map(({ outcome: _, ...action }) => action),
})
