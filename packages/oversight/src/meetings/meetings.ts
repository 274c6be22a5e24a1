import { confirmedUsers } from '@wayproof/accounts/appointments/confirmed-users'
import type { Prisma } from '@wayproof/database/generated/client'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { AuditAct } from '@wayproof/journal/audit-log/audit-entry'
import { type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import type { Instant } from '@wayproof/kernel/clock'
import type { Id, Ids } from '@wayproof/kernel/id'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ActionOwner, ActionText } from '../actions/action.ts'
import { actionListStore, addAgreedAction } from '../actions/action-list-store.ts'
import { halfYearOfAction } from '../actions/agree-action.ts'
import { deadlineStore } from '../deadlines/deadline-store.ts'
import {
  type Agenda,
  type AgendaGoal,
  type Attendee,
  agendaOf,
  type Meeting,
  meetingDay,
  meetingState,
} from './meeting.ts'
import { addMeetingRow, hasMeetingRow } from './meeting-row.ts'

/** An act on a meeting, refused if the meeting was changed since the user saw it. */
interface MeetingAct {
  readonly id: Id
  /** Number of changes that the user had seen. */
  readonly seen: number
  readonly at: Instant
}

interface SavedMinutes extends MeetingAct {
  readonly notes: string
  /** Ids of users who attended. */
  readonly users: readonly Id[]
  /** Departments or functions of people without an account. */
  readonly others: readonly string[]
  readonly nextOn: CalendarDate | null
}

interface NewDecision {
  readonly meetingId: Id
  readonly text: string
  /** The action that the decision becomes; null if it becomes none. */
  readonly action: Omit<ActionText, 'text'> | null
  readonly at: Instant
  readonly by: string
}

export type MeetingStore = ReturnType<typeof meetingStore>

/**
 * Privacy meetings from their plan to their minutes. Faults of all acts: `meeting-unknown`, `changed-meanwhile`,
 * `meeting-held` of those before a meeting, `meeting-not-held` and `meeting-finished` of those on its minutes.
 */
export function meetingStore(
  database: QueryDatabase,
  { ids, timeZone }: { readonly ids: Ids; readonly timeZone: string },
) {
  /** Changes a meeting in one of the states that the user has seen in its last revision. */
  const change = (
    { id, seen: seenRevision, at }: MeetingAct,
    act: AuditAct,
    from: 'planned' | 'held',
    work: (transaction: QueryTransaction, meeting: Meeting) => Promise<Outcome<Prisma.MeetingUpdateInput>>,
  ) =>
    database.transaction(async (transaction): Promise<Outcome<null>> => {
      const { records } = transaction
      const meeting = await openMeeting(records, id, from)
      if (!meeting.ok) return meeting
      if (meeting.value.revision !== seenRevision) return fail('changed-meanwhile')
      const data = await work(transaction, meeting.value)
      if (!data.ok) return data
      const changed = await records.meeting.update({
        where: { id },
        data: { ...data.value, revision: seenRevision + 1 },
      })
      await addAuditEntry(records, { act, at, subject: meetingDay(changed) })
      return ok(null)
    })

  /** The agenda as of a moment. `goals`: red and amber ones of the running half-year and the one before. */
  const agenda = async (goals: readonly AgendaGoal[], at: Instant): Promise<Agenda> => {
    const duties = await deadlineStore(database).duties(at, timeZone)
    return agendaOf({ goals, duties, actions: await actionListStore(database).list() }, at, timeZone)
  }

  return {
    agenda,
    /** Planned ones first, then the latest. */
    list: async (): Promise<readonly Meeting[]> => {
      const { meeting } = await database.records()
      const rows = await meeting.findMany({ include: WITH_MINUTES })
      return rows.map(meetingOf).sort((a, b) => (order(a) < order(b) ? 1 : -1))
    },
    find: async (id: Id): Promise<Meeting | null> => readMeeting(await database.records(), id),
    /** Users who can attend, by name. */
    people: async () => readPeople(await database.records()),
    /** Plans a meeting for today or later. Fault: `meeting-day-past`. */
    plan: async ({ plannedOn, at, by }: Plan): Promise<Outcome<Id>> => {
      if (plannedOn < dateAt(at, timeZone)) return fail('meeting-day-past')
      const id = ids.next()
      await database.transaction(({ records }) => addMeeting(records, id, { plannedOn, at, by }))
      return ok(id)
    },
    /** Moves a planned meeting to another day. Fault: `meeting-day-past`. */
    move: async ({ plannedOn, ...act }: MeetingAct & Pick<Plan, 'plannedOn'>): Promise<Outcome<null>> => {
      if (plannedOn < dateAt(act.at, timeZone)) return fail('meeting-day-past')
      return change(act, 'meeting-changed', 'planned', async () => ok({ plannedOn }))
    },
    cancel: ({ id, seen: seenRevision, at }: MeetingAct) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const meeting = await openMeeting(records, id, 'planned')
        if (!meeting.ok) return meeting
        if (meeting.value.revision !== seenRevision) return fail('changed-meanwhile')
        await records.meeting.delete({ where: { id } })
        await addAuditEntry(records, { act: 'meeting-cancelled', at, subject: meeting.value.plannedOn })
        return ok(null)
      }),
    /**
     * Opens a meeting of today or an earlier day and fixes its agenda. Faults: `meeting-in-future`, and
     * `meeting-day-taken` if the register or another meeting has this day.
     */
    hold: async ({
      heldOn,
      goals,
      ...act
    }: MeetingAct & {
      readonly heldOn: CalendarDate
      readonly goals: readonly AgendaGoal[]
    }): Promise<Outcome<null>> => {
      const points = await agenda(goals, act.at)
      if (heldOn > dateAt(act.at, timeZone)) return fail('meeting-in-future')
      return change(act, 'meeting-held', 'planned', async (transaction) => {
        if (await isDayTaken(transaction, heldOn)) return fail('meeting-day-taken')
        return ok({ heldOn, agenda: JSON.stringify(points) })
      })
    },
    /** Saves notes, attendees and the next date. Faults: `meeting-day-past`, `person-unknown`. */
    saveMinutes: async ({ notes, users, others, nextOn, ...act }: SavedMinutes): Promise<Outcome<null>> => {
      if (nextOn !== null && nextOn <= dateAt(act.at, timeZone)) return fail('meeting-day-past')
      return change(act, 'meeting-changed', 'held', async ({ records }, { id, attendees: before }) => {
        // A user who was removed since remains an attendee.
        const known = new Map([...before.map(({ userId, name }) => [userId, name] as const)])
        for (const person of await readPeople(records)) known.set(person.id, person.name)
        const attendees: Attendee[] = []
        for (const userId of users) {
          const name = known.get(userId)
          if (name === undefined) return fail('person-unknown')
          attendees.push({ userId, name })
        }
        attendees.push(...others.map((name) => ({ userId: null, name })))
        await records.meetingAttendee.deleteMany({ where: { meetingId: id } })
        await records.meetingAttendee.createMany({
          data: attendees.map((attendee, index) => ({ ...attendee, meetingId: id, number: index + 1 })),
        })
        return ok({ notes, nextOn })
      })
    },
    /** Records a decision, and agrees the action that it becomes. Fault: `due-date-past`. */
    decide: async ({ meetingId, text, action: agreed, at, by }: NewDecision): Promise<Outcome<null>> => {
      const today = dateAt(at, timeZone)
      if (agreed && agreed.dueOn <= today) return fail('due-date-past')
      const action = agreed && {
        ...{ ...agreed, text, id: ids.next(), period: halfYearOfAction(today), origin: 'meeting' as const },
        ...{ originId: meetingId, agreedAt: at, agreedBy: by },
      }
      const id = ids.next()
      return database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const meeting = await openMeeting(records, meetingId, 'held')
        if (!meeting.ok) return meeting
        const last = await records.meetingDecision.findFirst({ where: { meetingId }, orderBy: { number: 'desc' } })
        if (action) await addAgreedAction(records, action)
        const number = (last?.number ?? 0) + 1
        const decided = action && { owner: action.owner, dueOn: action.dueOn, effect: action.effect }
        const data = { id, meetingId, number, text, actionId: action?.id ?? null, ...decided }
        await records.meetingDecision.create({ data })
        await addAuditEntry(records, { act: 'meeting-changed', at, subject: meetingDay(meeting.value) })
        return ok(null)
      })
    },
    /** Removes a decision with its action. Faults: `decision-unknown`, `decision-acted-on`. */
    removeDecision: ({ id, meetingId, at }: Pick<NewDecision, 'meetingId' | 'at'> & { readonly id: Id }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const meeting = await openMeeting(records, meetingId, 'held')
        if (!meeting.ok) return meeting
        const decision = meeting.value.decisions.find((each) => each.id === id)
        if (!decision) return fail('decision-unknown')
        const actionId = decision.action?.id
        if (actionId !== undefined) {
          if (await records.actionOutcome.findUnique({ where: { actionId } })) return fail('decision-acted-on')
          await records.agreedAction.deleteMany({ where: { id: actionId } })
          const details = { origin: 'meeting' }
          await addAuditEntry(records, { act: 'action-withdrawn', at, subject: actionId, details })
        }
        await records.meetingDecision.delete({ where: { id } })
        await addAuditEntry(records, { act: 'meeting-changed', at, subject: meetingDay(meeting.value) })
        return ok(null)
      }),
    /**
     * Makes the minutes unchangeable, writes the row of the register and plans the next meeting. Faults:
     * `attendees-missing`, `meeting-day-taken`. `decisions`: the number of them that the user had seen.
     */
    finish: ({ decisions, by, ...act }: MeetingAct & { readonly decisions: number; readonly by: string }) =>
      change(act, 'minutes-finished', 'held', async (transaction, { id, attendees, nextOn, ...meeting }) => {
        const heldOn = meetingDay(meeting)
        if (meeting.decisions.length !== decisions) return fail('changed-meanwhile')
        if (attendees.length === 0) return fail('attendees-missing')
        if (await hasMeetingRow(transaction, heldOn)) return fail('meeting-day-taken')
        await addMeetingRow(transaction, { id, heldOn }, act.at)
        const { records } = transaction
        const isNextPlanned = (await records.meeting.count({ where: { heldOn: null } })) > 0
        if (nextOn !== null && !isNextPlanned)
          await addMeeting(records, ids.next(), { plannedOn: nextOn, at: act.at, by })
        return ok({ finishedAt: new Date(act.at), finishedBy: by })
      }),
  }
}

interface Plan {
  readonly plannedOn: CalendarDate
  readonly at: Instant
  readonly by: string
}

async function addMeeting(records: Prisma.TransactionClient, id: Id, { plannedOn, at, by }: Plan): Promise<void> {
  await records.meeting.create({ data: { id, plannedOn, plannedAt: new Date(at), plannedBy: by } })
  await addAuditEntry(records, { act: 'meeting-planned', at, subject: plannedOn })
}

async function readPeople(records: Prisma.TransactionClient) {
  const users = await confirmedUsers(records, {})
  return users.map(({ id, name, role }) => ({ id, name, role })).sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Planned meetings come first, then the latest. */
const order = (meeting: Meeting): string => `${meeting.heldOn === null ? 1 : 0} ${meetingDay(meeting)} ${meeting.id}`

async function readMeeting({ meeting }: Prisma.TransactionClient, id: string): Promise<Meeting | null> {
  const row = await meeting.findUnique({ where: { id }, include: WITH_MINUTES })
  return row && meetingOf(row)
}

/** A meeting in a state. Faults: `meeting-unknown`, `meeting-not-held`, `meeting-held`, `meeting-finished`. */
async function openMeeting(
  records: Prisma.TransactionClient,
  id: string,
  wanted: 'planned' | 'held',
): Promise<Outcome<Meeting>> {
  const meeting = await readMeeting(records, id)
  if (!meeting) return fail('meeting-unknown')
  const state = meetingState(meeting)
  if (state === wanted) return ok(meeting)
  return fail(state === 'finished' ? 'meeting-finished' : state === 'held' ? 'meeting-held' : 'meeting-not-held')
}

/** True if the register or another meeting has this day. */
async function isDayTaken(transaction: QueryTransaction, heldOn: string): Promise<boolean> {
  if (await hasMeetingRow(transaction, heldOn)) return true
  return (await transaction.records.meeting.count({ where: { heldOn } })) > 0
}

/** The records that are read with a meeting. */
const WITH_MINUTES = {
  attendees: { orderBy: { number: 'asc' } },
  decisions: { orderBy: { number: 'asc' } },
} as const satisfies Prisma.MeetingInclude

type StoredMeeting = Prisma.MeetingGetPayload<{ include: typeof WITH_MINUTES }>

const meetingOf = ({
  agenda,
  attendees,
  decisions,
  finishedAt,
  finishedBy,
  plannedAt: _,
  plannedBy: __,
  ...meeting
}: StoredMeeting): Meeting => ({
  ...meeting,
  agenda: agenda === null ? null : (JSON.parse(agenda) as Agenda),
  attendees: attendees.map(({ userId, name }) => ({ userId, name })),
  decisions: decisions.map(({ id, text, actionId, owner, dueOn, effect }) => ({
    ...{ id, text },
    action:
      actionId === null
        ? null
        : { id: actionId, owner: owner as ActionOwner, dueOn: dueOn ?? '', effect: effect ?? '' },
  })),
  finished: finishedAt && { at: finishedAt.getTime(), by: finishedBy ?? '' },
})
