import type { StoreDatabase } from '@wayproof/database/store-database'
import { engines } from '@wayproof/database/testing/engines'
import { rowStore } from '@wayproof/evidence/registers/row-store'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { describe, expect, test } from 'vitest'
import type { Action } from '../actions/action.ts'
import { actionStore } from '../actions/action-store.ts'
import type { OpenDuty } from '../deadlines/deadline.ts'
import { agendaOf, type Meeting, proposedDay } from './meeting.ts'
import { type MeetingStore, meetingStore } from './meetings.ts'

const timeZone = 'Asia/Shanghai'
const at = Date.parse('2026-05-12T08:00:00Z')
const refused = (code: string) => ({ ok: false, fault: { code } })
const done = { ok: true, value: null }
const goals = [{ period: '2026-H1', goal: 'staff-training', status: 'red' }] as const
const minutes = { notes: 'Two notes.', nextOn: '2026-08-11', users: ['lin'], others: ['Legal'] }
const action = { owner: 'human-resources', dueOn: '2026-06-30', effect: 'all trained' } as const

/** Adds a user whose role is confirmed. */
const addUser = async (database: StoreDatabase, id: string, name: string) =>
  (await database.records()).user.create({
    data: {
      ...{ id, name, email: `${id}@x.example`, emailVerified: true, role: 'officer', locale: 'en' },
      ...{ createdAt: new Date('2025-01-01'), updatedAt: new Date('2025-01-01') },
    },
  })

describe.each(engines)('meetings on $engine', ({ open }) => {
  async function opened() {
    const database = await open()
    await addUser(database, 'lin', 'Lin')
    const names: string[] = []
    let number = 0
    const next = () => {
      number += 1
      return names.shift() ?? `id-${number}`
    }
    const meetings = meetingStore(database, { ids: { next }, timeZone })
    /** Decides with these ids; without one for an action, the decision becomes none. */
    const decide = (id: string, actionId: string | null, more: Partial<Parameters<MeetingStore['decide']>[0]> = {}) => {
      names.push(...(actionId === null ? [id] : [actionId, id]))
      const decided = { meetingId: 'm', text: `Train ${id}`, action: actionId === null ? null : action, at, by: 'Lin' }
      return meetings.decide({ ...decided, ...more })
    }
    return { database, records: await database.records(), meetings, names, decide, rows: rowStore(database) }
  }

  async function planned() {
    const room = await opened()
    room.names.push('m')
    expect(await room.meetings.plan({ plannedOn: '2026-05-12', at, by: 'Lin' })).toEqual({ ok: true, value: 'm' })
    return room
  }

  async function held() {
    const room = await planned()
    expect(await room.meetings.hold({ id: 'm', seen: 0, at, heldOn: '2026-05-12', goals })).toEqual(done)
    return room
  }

  const finish = { id: 'm', seen: 2, decisions: 2, at, by: 'Lin' }

  async function finished() {
    const room = await held()
    await room.meetings.saveMinutes({ id: 'm', seen: 1, at, ...minutes })
    await room.decide('d1', 'a')
    await room.decide('d2', null)
    expect(await actingAs({ actorId: 'lin', at }, () => room.meetings.finish(finish))).toEqual(done)
    return room
  }

  test('one is planned, moved, held with its agenda, recorded and finished', async () => {
    const { meetings, records, decide, names } = await planned()
    expect(await meetings.move({ id: 'm', seen: 0, at, plannedOn: '2026-05-13' })).toEqual(done)
    expect(await meetings.hold({ id: 'm', seen: 1, at, heldOn: '2026-05-12', goals })).toEqual(done)
    expect(await meetings.saveMinutes({ id: 'm', seen: 2, at, ...minutes })).toEqual(done)
    await decide('d1', 'a')
    names.push('next')
    expect(await meetings.finish({ ...finish, seen: 3, decisions: 1 })).toEqual(done)
    expect(await meetings.find('m')).toEqual({
      ...{ id: 'm', plannedOn: '2026-05-13', heldOn: '2026-05-12', revision: 4 },
      agenda: { at, goals, duties: [], actions: [] },
      ...{ notes: minutes.notes, nextOn: minutes.nextOn },
      attendees: [
        { userId: 'lin', name: 'Lin' },
        { userId: null, name: 'Legal' },
      ],
      decisions: [{ id: 'd1', text: 'Train d1', action: { id: 'a', ...action } }],
      finished: { at, by: 'Lin' },
    })
    expect((await meetings.list()).map(({ id, plannedOn }) => [id, plannedOn])).toEqual([
      ['next', '2026-08-11'],
      ['m', '2026-05-13'],
    ])
    const acts = await records.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(acts.map((entry) => `${entry.act} ${entry.subject}`)).toEqual([
      'meeting-planned 2026-05-12',
      'meeting-changed 2026-05-13',
      'meeting-held 2026-05-12',
      'meeting-changed 2026-05-12',
      'action-added a',
      'meeting-changed 2026-05-12',
      'row-corrected 2026-05-12',
      'meeting-planned 2026-08-11',
      'minutes-finished 2026-05-12',
    ])
  })

  test('finished minutes write the row of the register with its history', async () => {
    const { rows, records } = await finished()
    expect((await rows.find('privacy-meetings', '["2026-05-12"]'))?.cells).toEqual({
      ...{ heldOn: '2026-05-12', minutes: true, actionsAgreed: 1, actionsClosed: 0 },
    })
    expect(await records.registerChange.findMany()).toMatchObject([{ register: 'privacy-meetings', changedBy: 'lin' }])
  })

  test('an action that is done counts as closed in the row, also one that is done before the minutes', async () => {
    const { database, meetings, rows, decide } = await held()
    const actions = actionStore(database)
    const record = (id: string, state: 'done' | 'dropped', seen: number | null = null) =>
      actions.recordOutcome(
        id,
        { state, text: 't', recordedAt: at, recordedBy: 'Lin' },
        { seen, owner: null, following: '2030-H1' },
      )
    for (const id of ['a', 'b', 'c']) await decide(`d${id}`, id)
    await record('a', 'done')
    await meetings.saveMinutes({ id: 'm', seen: 1, at, ...minutes })
    await meetings.finish({ ...finish, decisions: 3 })
    const cells = async () => (await rows.find('privacy-meetings', '["2026-05-12"]'))?.cells
    expect(await cells()).toMatchObject({ actionsAgreed: 3, actionsClosed: 1 })
    await record('b', 'done')
    await record('c', 'dropped')
    expect(await cells()).toMatchObject({ actionsAgreed: 3, actionsClosed: 2 })
    await record('b', 'dropped', at)
    expect(await cells()).toMatchObject({ actionsClosed: 1 })
    await rows.write('privacy-meetings', { at, by: 'lin', reason: 'wrong' }, async () => ({
      ...{ ok: true, value: [{ kind: 'remove', key: '["2026-05-12"]' }] },
    }))
    await record('c', 'done', at)
    expect(await cells()).toBeUndefined()
  })

  test('finished minutes do not change, and neither do those that somebody else has changed since', async () => {
    const { meetings, decide } = await finished()
    const late = { id: 'm', seen: 3, at }
    expect(await meetings.saveMinutes({ ...late, ...minutes })).toEqual(refused('meeting-finished'))
    expect(await decide('d3', 'x')).toEqual(refused('meeting-finished'))
    expect(await meetings.removeDecision({ id: 'd1', meetingId: 'm', at })).toEqual(refused('meeting-finished'))
    expect(await meetings.finish({ ...finish, seen: 3 })).toEqual(refused('meeting-finished'))
    expect(await meetings.cancel(late)).toEqual(refused('meeting-finished'))
    const other = await held()
    expect(await other.meetings.saveMinutes({ id: 'm', seen: 0, at, ...minutes })).toEqual(refused('changed-meanwhile'))
    await other.meetings.saveMinutes({ id: 'm', seen: 1, at, ...minutes })
    await other.decide('d1', null)
    expect(await other.meetings.finish({ ...finish, decisions: 0 })).toEqual(refused('changed-meanwhile'))
  })

  test('one of two people who finish at once is refused', async () => {
    const { meetings, records } = await held()
    await meetings.saveMinutes({ id: 'm', seen: 1, at, ...minutes })
    const results = await Promise.all([1, 2].map(() => meetings.finish({ ...finish, decisions: 0 })))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual([refused('meeting-finished')])
    expect(await records.registerChange.count()).toBe(1)
    expect(await records.meeting.count()).toBe(2)
  })

  test('minutes need a held meeting, attendees and a day of their own', async () => {
    const { meetings, records, names } = await planned()
    expect(await meetings.saveMinutes({ id: 'm', seen: 0, at, ...minutes })).toEqual(refused('meeting-not-held'))
    expect(await meetings.move({ id: 'none', seen: 0, at, plannedOn: '2026-05-12' })).toEqual(
      refused('meeting-unknown'),
    )
    await records.privacyMeeting.create({
      data: { heldOn: '2026-05-12', minutes: true, actionsAgreed: 0, actionsClosed: 0, importId: 'i', rowNumber: 1 },
    })
    const hold = { id: 'm', seen: 0, at, heldOn: '2026-05-12', goals }
    expect(await meetings.hold(hold)).toEqual(refused('meeting-day-taken'))
    expect(await meetings.hold({ ...hold, heldOn: '2026-05-11' })).toEqual(done)
    expect(await meetings.finish({ ...finish, seen: 1, decisions: 0 })).toEqual(refused('attendees-missing'))
    expect(await meetings.move({ id: 'm', seen: 1, at, plannedOn: '2026-06-12' })).toEqual(refused('meeting-held'))
    names.push('m2')
    await meetings.plan({ plannedOn: '2026-05-13', at, by: 'Lin' })
    expect(await meetings.hold({ ...hold, id: 'm2', heldOn: '2026-05-11' })).toEqual(refused('meeting-day-taken'))
  })

  test('a removed decision takes its action with it, unless an outcome was recorded', async () => {
    const { database, meetings, records, decide } = await held()
    for (const id of ['a', 'b']) await decide(`d${id}`, id)
    const outcome = { state: 'under-way', text: 't', recordedAt: at, recordedBy: 'Lin' } as const
    await actionStore(database).recordOutcome('b', outcome, { seen: null, owner: null, following: '2030-H1' })
    const remove = (id: string) => meetings.removeDecision({ id, meetingId: 'm', at })
    expect([await remove('da'), await remove('db'), await remove('dc')]).toEqual([
      done,
      refused('decision-acted-on'),
      refused('decision-unknown'),
    ])
    expect((await records.agreedAction.findMany()).map(({ id }) => id)).toEqual(['b'])
  })

  test('a canceled meeting is gone, and its next one is not planned twice', async () => {
    const { meetings } = await planned()
    expect(await meetings.cancel({ id: 'm', seen: 1, at })).toEqual(refused('changed-meanwhile'))
    expect(await meetings.cancel({ id: 'm', seen: 0, at })).toEqual(done)
    expect(await meetings.list()).toEqual([])
  })

  test('one is planned and moved to today or later', async () => {
    const { meetings, records, names } = await opened()
    names.push('m')
    const plan = { at, by: 'Lin' }
    expect(await meetings.plan({ ...plan, plannedOn: '2026-05-11' })).toEqual(refused('meeting-day-past'))
    expect(await meetings.list()).toEqual([])
    expect(await meetings.plan({ ...plan, plannedOn: '2026-05-12' })).toEqual({ ok: true, value: 'm' })
    expect(await records.meeting.findMany()).toMatchObject([
      { id: 'm', plannedOn: '2026-05-12', plannedAt: new Date(at), plannedBy: 'Lin' },
    ])
    const move = { id: 'm', seen: 0, at }
    expect(await meetings.move({ ...move, plannedOn: '2026-05-11' })).toEqual(refused('meeting-day-past'))
    expect(await meetings.move({ ...move, plannedOn: '2026-05-13' })).toEqual(done)
  })

  test('one is not held on a later day than today', async () => {
    const { meetings } = await planned()
    const hold = { id: 'm', seen: 0, at, goals }
    expect(await meetings.hold({ ...hold, heldOn: '2026-05-13' })).toEqual(refused('meeting-in-future'))
    expect(await meetings.find('m')).toMatchObject({ heldOn: null, agenda: null })
    expect(await meetings.hold({ ...hold, heldOn: '2026-05-12' })).toEqual(done)
  })

  test('its agenda is fixed when it is held, with overdue duties and open actions of that moment', async () => {
    const { meetings, records } = await planned()
    const names = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example' }
    await records.organisation.create({ data: { ...names, programmeStart: '2026-05-01' } })
    const finding = { foundIn: 'A-1', foundOn: '2026-01-01', finding: 'old library', severity: 'high', owner: 'IT' }
    for (const dueOn of ['2026-02-01', '2026-06-01'])
      await records.securityFinding.create({ data: { ...finding, id: dueOn, dueOn, importId: 'i', rowNumber: 2 } })
    const agreed = { id: 'a', text: 'Train', ...action, origin: 'meeting', originId: 'before' }
    await records.agreedAction.create({
      data: { ...agreed, period: '2026-H1', agreedAt: new Date(1), agreedBy: 'Lin' },
    })
    await meetings.hold({ id: 'm', seen: 0, at, heldOn: '2026-05-12', goals })
    const { effect: _, ...listedAction } = agreed
    const fixed = { at, goals, duties: [{ kind: 'security-finding', subject: '2026-02-01' }], actions: [listedAction] }
    expect((await meetings.find('m'))?.agenda).toMatchObject(fixed)
    await records.securityFinding.deleteMany()
    expect((await meetings.find('m'))?.agenda).toMatchObject(fixed)
    expect(await meetings.agenda([], at)).toMatchObject({ goals: [], duties: [], actions: [listedAction] })
  })

  test('minutes have attendees by name, also of a user who was removed since, and others by department', async () => {
    const { database, records, meetings } = await held()
    await addUser(database, 'gone', 'Peng')
    const save = (seen: number, users: readonly string[]) =>
      meetings.saveMinutes({ ...minutes, id: 'm', seen, at, users })
    expect(await save(1, ['gone'])).toEqual(done)
    await records.user.delete({ where: { id: 'gone' } })
    expect(await save(2, ['lin', 'gone'])).toEqual(done)
    expect((await meetings.find('m'))?.attendees).toEqual([
      { userId: 'lin', name: 'Lin' },
      { userId: 'gone', name: 'Peng' },
      { userId: null, name: 'Legal' },
    ])
    expect(await save(3, ['stranger'])).toEqual(refused('person-unknown'))
    expect((await meetings.find('m'))?.attendees).toHaveLength(3)
  })

  test('minutes have a next date after today, or none', async () => {
    const { meetings } = await held()
    const save = { ...minutes, id: 'm', seen: 1, at }
    expect(await meetings.saveMinutes({ ...save, nextOn: '2026-05-12' })).toEqual(refused('meeting-day-past'))
    expect(await meetings.saveMinutes({ ...save, nextOn: '2026-05-13' })).toEqual(done)
    expect(await meetings.saveMinutes({ ...save, seen: 2, nextOn: null })).toEqual(done)
  })

  test('a decision becomes an action of the meeting in the running half-year', async () => {
    const { records, meetings, decide } = await held()
    const agreed = { ...action, dueOn: '2026-05-13' }
    expect(await decide('d1', 'a', { action: { ...agreed, dueOn: '2026-05-12' } })).toEqual(refused('due-date-past'))
    expect(await records.agreedAction.count()).toBe(0)
    expect(await decide('d1', 'a', { action: agreed, text: 'Sign' })).toEqual(done)
    expect(await records.agreedAction.findMany()).toMatchObject([
      { ...agreed, text: 'Sign', origin: 'meeting', originId: 'm', period: '2026-H1', agreedBy: 'Lin' },
    ])
    await decide('d2', null)
    expect((await meetings.find('m'))?.decisions).toMatchObject([{ text: 'Sign', action: agreed }, { action: null }])
    expect(await records.agreedAction.count()).toBe(1)
  })
})

const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  ...{ id: 'm', plannedOn: '2026-02-10', heldOn: null, agenda: null, attendees: [], notes: '', decisions: [] },
  ...{ nextOn: null, finished: null, revision: 0 },
  ...more,
})

const listed = (id: string, more: Partial<Action> = {}): Action => ({
  ...{ id, period: '2026-H1', origin: 'feedback', originId: '', text: id, owner: 'procurement', dueOn: '2026-06-30' },
  ...{ effect: null, revision: 0, isFixed: false, outcome: null },
  ...more,
})

describe('an agenda', () => {
  const duty = (kind: OpenDuty['kind'], subject: string, day: string): OpenDuty => ({ kind, subject, due: { day } })

  test('has red goals before amber ones, overdue duties and open actions', () => {
    const outcome = { state: 'done', text: 't', recordedAt: 1, recordedBy: 'Lin' } as const
    const agenda = agendaOf(
      {
        goals: [
          { period: '2026-H1', goal: 'staff-training', status: 'amber' },
          { period: '2026-H1', goal: 'partner-audit', status: 'red' },
        ],
        duties: [
          duty('agreement', 'P-2', '2026-05-11'),
          duty('agreement', 'P-1', '2026-05-12'),
          duty('freeze', '2025-H2', '2026-03-01'),
        ],
        actions: [listed('b'), listed('a', { dueOn: '2026-01-01' }), listed('c', { outcome })],
      },
      at,
      timeZone,
    )
    expect(agenda.goals.map(({ status }) => status)).toEqual(['red', 'amber'])
    expect(agenda.duties.map(({ subject }) => subject)).toEqual(['2025-H2', 'P-2'])
    expect(agenda.actions.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('names no case of a person, and lists actions once', () => {
    const kinds = ['request', 'report', 'action', 'improvement', 'meeting', 'notice'] as const
    const duties = kinds.map((kind) => duty(kind, 'x', '2026-01-01'))
    const agenda = agendaOf({ goals: [], duties, actions: [] }, at, timeZone)
    expect(agenda.duties.map(({ kind }) => kind)).toEqual(['notice'])
  })
})

test.each([
  ['the agreed day', [meeting({ heldOn: '2026-02-10', nextOn: '2026-05-20' })], '2026-05-20'],
  ['three months after the last one', [meeting({ heldOn: '2026-02-28' })], '2026-05-28'],
  ['today, if that has passed', [meeting({ heldOn: '2025-02-10' })], '2026-05-12'],
  ['today, if none was held', [meeting()], '2026-05-12'],
])('the proposed day is %s', (_, meetings, day) => {
  expect(proposedDay(meetings, '2026-05-12')).toBe(day)
})
