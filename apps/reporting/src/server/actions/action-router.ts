import { ownerOf } from '@wayproof/accounts/accounts/person'
import { ACTION_OWNERS, FINDING_KINDS } from '@wayproof/oversight/actions/action'
import { agreeAction, changeAction } from '@wayproof/oversight/actions/agree-action'
import { listActions } from '@wayproof/oversight/actions/list-actions'
import { recordOutcome } from '@wayproof/scorecard/closing/remedies/decide-remedy'
import { OUTCOME_STATES } from '@wayproof/scorecard/closing/remedies/remedy'
import { z } from 'zod'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { calendarDate, text } from '../trpc/input.ts'
import { actionPorts, closingPorts } from '../trpc/ports.ts'
import { officerProcedure, ownerProcedure, readerProcedure, router } from '../trpc/trpc.ts'

const id = text(64)
const words = text(300)
const actionText = z.strictObject({
  text: words,
  owner: z.enum(ACTION_OWNERS),
  dueOn: calendarDate,
  effect: words,
})
const outcome = z.strictObject({
  action: id,
  state: z.enum(OUTCOME_STATES),
  text: words,
  /** Moment of the outcome that the user saw. */
  seen: z.int().min(0).nullable(),
})

/** Actions of all origins: on red goals, from feedback, findings and meetings. */
export const actionRouter = router({
  list: readerProcedure.query(({ ctx }) => listActions(actionPorts(ctx), ownerOf(ctx.user.role))),

  /** Findings because of which an action can be agreed. */
  findings: officerProcedure.query(({ ctx }) => ctx.store.actionList.openFindings()),

  agree: officerProcedure
    .input(actionText.extend({ origin: z.enum(FINDING_KINDS), originId: text(100) }))
    .mutation(async ({ ctx, input }) => unwrap(await agreeAction(actionPorts(ctx), { ...input, by: ctx.user.name }))),

  /** `seen`: number of changes of it that the officer saw. */
  change: officerProcedure
    .input(actionText.extend({ id, seen: z.int().min(0) }))
    .mutation(async ({ ctx, input }) => unwrap(await changeAction(actionPorts(ctx), input))),

  /** Officers record outcomes of all actions, an owner those of its own. */
  recordOutcome: ownerProcedure.input(outcome).mutation(async ({ ctx, input }) => {
    const { role, name: by } = ctx.user
    const owner = role === 'officer' ? null : ownerOf(role)
    return unwrap(await recordOutcome(closingPorts(ctx), { ...input, by, owner }))
  }),
})
