import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, ok } from '@wayproof/kernel/outcome'
import { ACTION_OWNERS } from '@wayproof/oversight/actions/action'
import { proposedDay } from '@wayproof/oversight/meetings/meeting'
import { listOffTargetGoals } from '@wayproof/scorecard/list-off-target-goals'
import { z } from 'zod'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { calendarDate, line, optionalText, text } from '../trpc/input.ts'
import { scorecardPorts } from '../trpc/ports.ts'
import { officerProcedure, readerProcedure, router } from '../trpc/trpc.ts'

const id = z.uuid()
const one = z.strictObject({ id })
/** `seen`: number of changes that the officer saw. */
const act = one.extend({ seen: z.int().min(0) })
const minutes = act.extend({
  notes: optionalText(10_000),
  users: z.array(id).max(100),
  others: z.array(line(100)).max(50),
  nextOn: calendarDate.nullable(),
})
const action = z.strictObject({ owner: z.enum(ACTION_OWNERS), dueOn: calendarDate, effect: text(300) })
const decision = z.strictObject({ meetingId: id, text: text(300), action: action.nullable() })

/** Privacy meetings, their agenda and minutes. */
export const meetingRouter = router({
  list: readerProcedure.query(async ({ ctx }) => {
    const meetings = await ctx.store.meetings.list()
    const today = dateAt(ctx.clock.now(), ctx.timeZone)
    return { today, proposedOn: proposedDay(meetings, today), meetings }
  }),

  /** A meeting; before it is held, with the agenda as of now. */
  show: readerProcedure.input(one).query(async ({ ctx, input }) => {
    const meeting = await ctx.store.meetings.find(input.id)
    const { agenda, ...rest } = unwrap(meeting ? ok(meeting) : fail('meeting-unknown'))
    const shown = agenda ?? (await ctx.store.meetings.agenda(await redAndAmberGoals(ctx), ctx.clock.now()))
    return { ...rest, agenda: shown, timeZone: ctx.timeZone }
  }),

  /** Users who can attend. */
  people: officerProcedure.query(({ ctx }) => ctx.store.meetings.people()),

  plan: officerProcedure
    .input(z.strictObject({ plannedOn: calendarDate }))
    .mutation(async ({ ctx, input }) =>
      unwrap(await ctx.store.meetings.plan({ ...input, at: ctx.clock.now(), by: ctx.user.name })),
    ),

  move: officerProcedure
    .input(act.extend({ plannedOn: calendarDate }))
    .mutation(async ({ ctx, input }) => unwrap(await ctx.store.meetings.move({ ...input, at: ctx.clock.now() }))),

  cancel: officerProcedure
    .input(act)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.store.meetings.cancel({ ...input, at: ctx.clock.now() }))),

  hold: officerProcedure.input(act.extend({ heldOn: calendarDate })).mutation(async ({ ctx, input }) => {
    const at = ctx.clock.now()
    return unwrap(await ctx.store.meetings.hold({ ...input, goals: await redAndAmberGoals(ctx), at }))
  }),

  saveMinutes: officerProcedure
    .input(minutes)
    .mutation(async ({ ctx, input }) =>
      unwrap(await ctx.store.meetings.saveMinutes({ ...input, at: ctx.clock.now() })),
    ),

  decide: officerProcedure
    .input(decision)
    .mutation(async ({ ctx, input }) =>
      unwrap(await ctx.store.meetings.decide({ ...input, at: ctx.clock.now(), by: ctx.user.name })),
    ),

  removeDecision: officerProcedure
    .input(one.extend({ meetingId: id }))
    .mutation(async ({ ctx, input }) =>
      unwrap(await ctx.store.meetings.removeDecision({ ...input, at: ctx.clock.now() })),
    ),

  /** Makes the minutes unchangeable. `decisions`: the number of them that the officer saw. */
  finish: officerProcedure
    .input(act.extend({ decisions: z.int().min(0) }))
    .mutation(async ({ ctx, input }) =>
      unwrap(await ctx.store.meetings.finish({ ...input, at: ctx.clock.now(), by: ctx.user.name })),
    ),
})

/** Red and amber goals of the published scorecards of the running half-year and the one before. */
async function redAndAmberGoals(services: Services) {
  const organisation = await services.store.organisation.get()
  return listOffTargetGoals(scorecardPorts(services), { start: organisation?.programmeStart ?? '' })
}
