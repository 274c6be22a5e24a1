import { type Owner, ownerOf, type Person, ROLE_OF } from '@wayproof/accounts/accounts/person'
import type { UndoneImport } from '@wayproof/evidence/imports/undone-imports'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { type PeriodKey, parsePeriod, periodKey, previousPeriod } from '@wayproof/kernel/calendar/period'
import { type Outcome, ok } from '@wayproof/kernel/outcome'
import { secondPersonFault } from '@wayproof/kernel/people/second-person'
import { buildScorecard } from '@wayproof/scorecard/build-scorecard'
import { closePeriod } from '@wayproof/scorecard/closing/close-period'
import { type FigureChange, figureChanges } from '@wayproof/scorecard/closing/figure-change'
import { actionsBefore, freezePeriod } from '@wayproof/scorecard/closing/freeze-period'
import { undoneBeneath } from '@wayproof/scorecard/closing/list-undone-imports'
import { type MissingStep, missingSteps } from '@wayproof/scorecard/closing/missing-steps'
import { type ClosingStage, type PeriodClosing, stageOf } from '@wayproof/scorecard/closing/period-close'
import { changeRemedy } from '@wayproof/scorecard/closing/remedies/change-remedy'
import { decideRemedy } from '@wayproof/scorecard/closing/remedies/decide-remedy'
import type { PromisedActions } from '@wayproof/scorecard/closing/remedies/remedy'
import { leaveAsSealed, reopenPeriod } from '@wayproof/scorecard/closing/restate-period'
import { readStatement, type Seal } from '@wayproof/scorecard/closing/seals/seal'
import type { SealStamp, Signatures, Signed } from '@wayproof/scorecard/closing/seals/sealed-parts'
import { stampOf } from '@wayproof/scorecard/closing/seals/sealed-scorecard'
import { verifySeals } from '@wayproof/scorecard/closing/seals/verify-seals'
import { signScorecard } from '@wayproof/scorecard/closing/sign-scorecard'
import { takeBackFreeze } from '@wayproof/scorecard/closing/take-back-freeze'
import { GOALS, type GoalId, OWNERS } from '@wayproof/scorecard/goals/goal'
import { publishSealed } from '@wayproof/scorecard/publish/publish-sealed'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { z } from 'zod'
import { actingPerson, owningPerson } from '../trpc/acting-person.ts'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { atHalfYear, calendarDate, halfYearKey, optionalText, text } from '../trpc/input.ts'
import { closingPorts } from '../trpc/ports.ts'
import {
  officerProcedure,
  ownerProcedure,
  readerProcedure,
  router,
  timedProcedure,
  verifierProcedure,
} from '../trpc/trpc.ts'

const id = text(64)
const atFreeze = atHalfYear.extend({ freeze: id })
const oneGoal = atFreeze.extend({ goal: z.enum(GOALS) })
/** The core refuses an empty reason. */
const reopeningInput = atHalfYear.extend({ reason: optionalText(300) })
const words = text(300)
const remedy = z.strictObject({
  period: halfYearKey,
  goal: z.enum(GOALS),
  note: words,
  action: words,
  dueOn: calendarDate,
  effect: words,
})
const remedyChange = remedy.omit({ period: true, goal: true }).extend({ id, seen: z.int().min(0) })
const onPaper = z.strictObject({ code: text(100).nullable() })

const halfBefore = (key: string) => {
  const period = parsePeriod(key)
  return period ? periodKey(previousPeriod(period)) : key
}

export const periodRouter = router({
  closing: readerProcedure
    .input(atHalfYear)
    .query(async ({ ctx, input }) => unwrap(await closingView(ctx, { ...input, reader: ctx.user }))),

  /** Actions promised for the previous half-year, and their results. */
  promised: readerProcedure
    .input(atHalfYear)
    .query(({ ctx, input }) => ctx.store.actions.actions(halfBefore(input.period))),

  freeze: timedProcedure
    .input(atHalfYear)
    .mutation(
      async ({ ctx, input }) =>
        unwrap(await freezePeriod(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) })).id,
    ),

  takeBack: officerProcedure
    .input(atFreeze)
    .mutation(async ({ ctx, input }) =>
      unwrap(await takeBackFreeze(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) })),
    ),

  sign: ownerProcedure.input(oneGoal).mutation(async ({ ctx, input }) => {
    const actor = await owningPerson(ctx, ctx.user)
    return unwrap(await signScorecard(closingPorts(ctx), { ...input, by: actor })).at
  }),

  close: timedProcedure.input(atFreeze).mutation(async ({ ctx, input }) => {
    const { number, told } = unwrap(
      await closePeriod(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) }),
    )
    return { number, told }
  }),

  reopen: officerProcedure
    .input(reopeningInput)
    .mutation(
      async ({ ctx, input }) =>
        unwrap(await reopenPeriod(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) })).version,
    ),

  /** Cancels a reopening, so the half-year stays as it was sealed. */
  leave: officerProcedure
    .input(atHalfYear)
    .mutation(async ({ ctx, input }) =>
      unwrap(await leaveAsSealed(closingPorts(ctx), { ...input, by: await actingPerson(ctx, ctx.user) })),
    ),

  decideRemedy: officerProcedure
    .input(remedy)
    .mutation(
      async ({ ctx, input }) => unwrap(await decideRemedy(closingPorts(ctx), { ...input, by: ctx.user.name })).id,
    ),

  /** `seen`: number of changes of it that the officer saw. */
  changeRemedy: officerProcedure
    .input(remedyChange)
    .mutation(async ({ ctx, input }) => unwrap(await changeRemedy(closingPorts(ctx), { ...input, by: ctx.user.name }))),

  /** Verifies the whole chain; with a printed seal code, also whether the chain still contains that seal. */
  verify: verifierProcedure.input(onPaper).query(async ({ ctx, input }) => {
    const { store, rules, clock, timeZone } = ctx
    return unwrap(
      await verifySeals({ closing: store.closing, facts: store.facts(rules), rules, clock, timeZone }, input),
    )
  }),
})

interface ClosingGoal {
  readonly goal: GoalId
  readonly owner: Owner
  /** Number of people who may sign. */
  readonly people: number
  readonly signed: { readonly by: string; readonly at: number } | null
  /** Whether the reader may sign it now. */
  readonly mine: boolean
}

interface ClosingView {
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
async function closingView(
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

interface SealView extends SealStamp {
  readonly sealedAt: number
  readonly closedBy: string
  /** Milliseconds by which the clock was ahead; null if there was no other clock to compare with. */
  readonly clockOffset: number | null
  /** Figures that differ from the previous version. */
  readonly changes: readonly FigureChange[]
}

/** Versions of a half-year as readers see them, newest first. */
function sealViews(seals: readonly Seal[], timeZone: string): readonly SealView[] {
  const figures = ({ parts }: Seal) => publishSealed(parts.figures)
  const views = seals.map((seal, at) => {
    const previousSeal = seals[at - 1]
    const stated = readStatement(seal)
    const { closed } = JSON.parse(seal.parts.signatures) as Signatures
    return {
      ...stampOf(seal, timeZone),
      sealedAt: stated?.sealedAt ?? 0,
      clockOffset: stated?.clockOffset ?? null,
      closedBy: closed.name,
      changes: previousSeal ? figureChanges(figures(previousSeal), figures(seal)) : [],
    }
  })
  return views.reverse()
}
