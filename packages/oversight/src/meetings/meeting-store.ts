import { confirmedUsers } from '@wayproof/accounts/appointments/confirmed-users'
import type { Prisma } from '@wayproof/database/generated/client'
import type { QueryDatabase, QueryTransaction } from '@wayproof/database/query/query-database'
import { addAuditEntry } from '@wayproof/journal/audit-log/add-audit-entry'
import type { AuditAct } from '@wayproof/journal/audit-log/audit-entry'
import { fail, type Outcome, ok } from '@wayproof/kernel/outcome'
import type { ActionOwner } from '../actions/action.ts'
import { addAgreedAction } from '../actions/action-list-store.ts'
import type { Agenda } from './agenda.ts'
import { type Meeting, meetingDay, meetingState } from './meeting.ts'
import { addMeetingRow, hasMeetingRow } from './meeting-row.ts'
import type { MeetingAct, MeetingStore } from './ports.ts'

/** Privacy meetings from their plan to their minutes. */
export function meetingStore(database: QueryDatabase): MeetingStore {
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

  return {
    list: async () => {
      const { meeting } = await database.records()
      const rows = await meeting.findMany({ include: WITH_MINUTES })
      return rows.map(meetingOf).sort((a, b) => (order(a) < order(b) ? 1 : -1))
    },
    find: async (id) => readMeeting(await database.records(), id),
    people: async () => {
      const users = await confirmedUsers(await database.records(), {})
      return users.map(({ id, name, role }) => ({ id, name, role })).sort((a, b) => (a.name < b.name ? -1 : 1))
    },
    plan: ({ id, plannedOn, at, by }) =>
      database.transaction(async ({ records }) => {
        await records.meeting.create({ data: { id, plannedOn, plannedAt: new Date(at), plannedBy: by } })
        await addAuditEntry(records, { act: 'meeting-planned', at, subject: plannedOn })
      }),
    move: ({ plannedOn, ...act }) => change(act, 'meeting-changed', 'planned', async () => ok({ plannedOn })),
    cancel: ({ id, seen: seenRevision, at }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
        const meeting = await openMeeting(records, id, 'planned')
        if (!meeting.ok) return meeting
        if (meeting.value.revision !== seenRevision) return fail('changed-meanwhile')
        await records.meeting.delete({ where: { id } })
        await addAuditEntry(records, { act: 'meeting-cancelled', at, subject: meeting.value.plannedOn })
        return ok(null)
      }),
    hold: ({ heldOn, agenda, ...act }) =>
      change(act, 'meeting-held', 'planned', async (transaction) => {
        if (await isDayTaken(transaction, heldOn)) return fail('meeting-day-taken')
        return ok({ heldOn, agenda: JSON.stringify(agenda) })
      }),
    saveMinutes: ({ notes, attendees, nextOn, ...act }) =>
      change(act, 'meeting-changed', 'held', async ({ records }, { id }) => {
        await records.meetingAttendee.deleteMany({ where: { meetingId: id } })
        await records.meetingAttendee.createMany({
          data: attendees.map((attendee, index) => ({ ...attendee, meetingId: id, number: index + 1 })),
        })
        return ok({ notes, nextOn })
      }),
    decide: ({ id, meetingId, text, action, at }) =>
      database.transaction(async ({ records }): Promise<Outcome<null>> => {
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
      }),
    removeDecision: ({ id, meetingId, at }) =>
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
    finish: ({ decisions, by, nextId, ...act }) =>
      change(act, 'minutes-finished', 'held', async (transaction, { id, attendees, nextOn, ...meeting }) => {
        const heldOn = meetingDay(meeting)
        if (meeting.decisions.length !== decisions) return fail('changed-meanwhile')
        if (attendees.length === 0) return fail('attendees-missing')
        if (await hasMeetingRow(transaction, heldOn)) return fail('meeting-day-taken')
        await addMeetingRow(transaction, { id, heldOn }, act.at)
        if (nextOn !== null) await planNext(transaction.records, { id: nextId, plannedOn: nextOn, at: act.at, by })
        return ok({ finishedAt: new Date(act.at), finishedBy: by })
      }),
  }
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

/** Plans the meeting of the next date, unless one is planned already. */
async function planNext(
  records: Prisma.TransactionClient,
  { id, plannedOn, at, by }: Parameters<MeetingStore['plan']>[0],
): Promise<void> {
  if ((await records.meeting.count({ where: { heldOn: null } })) > 0) return
  await records.meeting.create({ data: { id, plannedOn, plannedAt: new Date(at), plannedBy: by } })
  await addAuditEntry(records, { act: 'meeting-planned', at, subject: plannedOn })
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
