import { type Owner, ownerOf, type Person, ROLE_OF } from '@wayproof/accounts/accounts/person'
import type { UndoneImport } from '@wayproof/evidence/imports/undone-imports'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { secondPersonFault } from '@wayproof/kernel/people/second-person'
import { buildScorecard } from '@wayproof/scorecard/build-scorecard'
import { type FigureChange, figureChanges } from '@wayproof/scorecard/closing/figure-change'
import { actionsBefore } from '@wayproof/scorecard/closing/freeze-period'
import { undoneBeneath } from '@wayproof/scorecard/closing/list-undone-imports'
import { type MissingStep, missingSteps } from '@wayproof/scorecard/closing/missing-steps'
import { type ClosingStage, type PeriodClosing, stageOf } from '@wayproof/scorecard/closing/period-close'
import type { PromisedActions } from '@wayproof/scorecard/closing/remedies/remedy'
import type { Signatures, Signed } from '@wayproof/scorecard/closing/seals/sealed-parts'
import { GOALS, type GoalId, OWNERS } from '@wayproof/scorecard/goals/goal'
import { publishSealed } from '@wayproof/scorecard/publish/publish-sealed'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { actingPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'
import { closingPorts } from '../trpc/ports.ts'
import { type SealView, sealViews } from './seal-view.ts'

export interface ClosingGoal {
  readonly goal: GoalId
  readonly owner: Owner
  /** Number of people who may sign. */
  readonly people: number
  readonly signed: { readonly by: string; readonly at: number } | null
  /** Whether the reader may sign it now. */
  readonly mine: boolean
}

export interface ClosingView {
  readonly stage: ClosingStage
  readonly lacking: readonly MissingStep[]
  /** The frozen or sealed scorecard, otherwise the current one. */
  readonly scorecard: Scorecard
  readonly goals: readonly ClosingGoal[]
  readonly freeze: { readonly id: string; readonly version: number; readonly by: string; readonly at: number } | null
  readonly reopening: { readonly reason: string; readonly by: string; readonly at: number } | null
  /** True if the reader has no role in this closing. */
  readonly mayClose: boolean
  /** Differences between the registers of today and the frozen or sealed ones. */
  readonly changedSince: readonly FigureChange[]
  /** Newest first. */
  readonly seals: readonly SealView[]
  /** Imports in the newest seal that were undone since, newest first. */
  readonly undone: readonly UndoneImport[]
  readonly actions: PromisedActions
  /** Actions promised for the previous half-year, if that is closed. */
  readonly before: PromisedActions | null
}

/** State of a half-year's closing: what is done, what is missing, and what the reader can do. */
export async function closingView(
  services: Services,
  { period, reader }: { readonly period: PeriodKey; readonly reader: Person },
): Promise<Outcome<ClosingView>> {
  const ports = closingPorts(services)
  const live = await buildScorecard(ports, { period })
  const half = parsePeriod(period)
  if (!live.ok) return live
  if (!half) throw new Error(`no period is named ${period}`)
  const state = await ports.closing.closing(period)
  const stage = stageOf(state, half, dateAt(services.clock.now(), services.timeZone))
  const fixed = fixedScorecard(state)
  const actions = await ports.actions.actions(period)
  const before = await actionsBefore(ports, half)
  const { freeze, reopening } = state
  return ok({
    stage,
    lacking: missingSteps(live.value, actions, before),
    scorecard: fixed ?? live.value,
    goals: await goalsOf(services, state, reader),
    freeze: freeze && { id: freeze.id, version: freeze.version, by: freeze.frozenBy.name, at: freeze.frozenAt },
    reopening: reopening && { reason: reopening.reason, by: reopening.by.name, at: reopening.at },
    mayClose: stage === 'signed' && reader.role === 'officer' && (await isSecond(services, period, reader)),
    changedSince: fixed ? figureChanges(fixed, live.value) : [],
    seals: sealViews(state.seals, services.timeZone),
    undone: await undoneBeneath(ports, { period }),
    actions,
    before,
  })
}

async function isSecond(services: Services, period: PeriodKey, reader: Person): Promise<boolean> {
  const actors = await services.store.closing.hands(period)
  return secondPersonFault(await actingPerson(services, reader), actors) === null
}

function fixedScorecard({ freeze, reopening, seals }: PeriodClosing): Scorecard | null {
  const fixedFigures = freeze?.parts.figures ?? (reopening ? undefined : seals.at(-1)?.parts.figures)
  return fixedFigures === undefined ? null : publishSealed(fixedFigures)
}

/** A closed half-year shows the signatures of its seal. */
function signaturesOf({ freeze, reopening, seals, signatures }: PeriodClosing): readonly (Signed & { goal: GoalId })[] {
  const last = freeze || reopening ? undefined : seals.at(-1)
  if (last) return (JSON.parse(last.parts.signatures) as Signatures).goals
  return signatures.map(({ goal, by, at }) => ({ goal, ...by, at }))
}

const goalsOf = (services: Services, state: PeriodClosing, reader: Person): Promise<ClosingGoal[]> =>
  Promise.all(
    GOALS.map(async (goal) => {
      const owner = OWNERS[goal]
      const signature = signaturesOf(state).find((candidate) => candidate.goal === goal)
      return {
        goal,
        owner,
        people: (await services.store.usersOf(ROLE_OF[owner])).length,
        signed: signature ? { by: signature.name, at: signature.at } : null,
        mine: state.freeze !== null && !signature && ownerOf(reader.role) === owner,
      }
    }),
  )
