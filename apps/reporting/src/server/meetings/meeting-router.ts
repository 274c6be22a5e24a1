import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { fail, ok } from '@wayproof/kernel/outcome'
import { ACTION_OWNERS } from '@wayproof/oversight/actions/action'
import { holdMeeting, readAgenda } from '@wayproof/oversight/meetings/hold-meeting'
import { moveMeeting, planMeeting, proposedDay } from '@wayproof/oversight/meetings/plan-meeting'
import { decideInMeeting, finishMinutes, saveMinutes } from '@wayproof/oversight/meetings/record-minutes'
import { listOffTargetGoals } from '@wayproof/scorecard/list-off-target-goals'
import { z } from 'zod'
import type { Services } from '../trpc/context.ts'
import { unwrap } from '../trpc/fault-to-trpc.ts'
import { calendarDate, line, optionalText, text } from '../trpc/input.ts'
import { actionPorts, scorecardPorts } from '../trpc/ports.ts'
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

const meetingPorts = ({ store, clock, ids, timeZone }: Services) => ({
  ...{ meetings: store.meetings, clock, ids, timeZone },
})

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
    return { ...rest, agenda: agenda ?? (await readAgenda(agendaPorts(ctx))), timeZone: ctx.timeZone }
  }),

  /** Users who can attend. */
  people: officerProcedure.query(({ ctx }) => ctx.store.meetings.people()),

  plan: officerProcedure
    .input(z.strictObject({ plannedOn: calendarDate }))
    .mutation(async ({ ctx, input }) => unwrap(await planMeeting(meetingPorts(ctx), { ...input, by: ctx.user.name }))),

  move: officerProcedure
    .input(act.extend({ plannedOn: calendarDate }))
    .mutation(async ({ ctx, input }) => unwrap(await moveMeeting(meetingPorts(ctx), input))),

  cancel: officerProcedure
    .input(act)
    .mutation(async ({ ctx, input }) => unwrap(await ctx.store.meetings.cancel({ ...input, at: ctx.clock.now() }))),

  hold: officerProcedure
    .input(act.extend({ heldOn: calendarDate }))
    .mutation(async ({ ctx, input }) =>
      unwrap(await holdMeeting({ ...agendaPorts(ctx), meetings: ctx.store.meetings }, input)),
    ),

  saveMinutes: officerProcedure
    .input(minutes)
    .mutation(async ({ ctx, input }) => unwrap(await saveMinutes(meetingPorts(ctx), input))),

  decide: officerProcedure
    .input(decision)
    .mutation(async ({ ctx, input }) =>
      unwrap(await decideInMeeting(meetingPorts(ctx), { ...input, by: ctx.user.name })),
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
      unwrap(await finishMinutes(meetingPorts(ctx), { ...input, by: ctx.user.name })),
    ),
})

/** Ports of the agenda, which is computed from goals, deadlines and actions. */
const agendaPorts = (services: Services) => ({
  ...actionPorts(services),
  deadlines: services.store.deadlines,
  redAndAmberGoals: async () => {
    const organisation = await services.store.organisation.get()
    return listOffTargetGoals(scorecardPorts(services), { start: organisation?.programmeStart ?? '' })
  },
})
