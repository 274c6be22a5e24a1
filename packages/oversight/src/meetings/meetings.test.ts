import { fail, ok } from '@wayproof/kernel/outcome'
import { describe, expect, test } from 'vitest'
import type { Action } from '../actions/action.ts'
import type { OpenDuty } from '../deadlines/deadline.ts'
import { agendaOf } from './agenda.ts'
import { holdMeeting } from './hold-meeting.ts'
import type { Meeting } from './meeting.ts'
import { moveMeeting, planMeeting, proposedDay } from './plan-meeting.ts'
import type { NewDecision } from './ports.ts'
import { decideInMeeting, type MinutesPorts, saveMinutes } from './record-minutes.ts'

const timeZone = 'Asia/Shanghai'
const now = Date.parse('2026-05-12T02:00:00Z')
const clock = { now: () => now }
const refused = (code: string) => ({ ok: false, fault: { code } })
const done = { ok: true, value: null }

const meeting = (more: Partial<Meeting> = {}): Meeting => ({
  ...{ id: 'm', plannedOn: '2026-02-10', heldOn: null, agenda: null, attendees: [], notes: '', decisions: [] },
  ...{ nextOn: null, finished: null, revision: 0 },
  ...more,
})

const action = (id: string, more: Partial<Action> = {}): Action => ({
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
        actions: [action('b'), action('a', { dueOn: '2026-01-01' }), action('c', { outcome })],
      },
      now,
      timeZone,
    )
    expect(agenda.goals.map(({ status }) => status)).toEqual(['red', 'amber'])
    expect(agenda.duties.map(({ subject }) => subject)).toEqual(['2025-H2', 'P-2'])
    expect(agenda.actions.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('names no case of a person, and lists actions once', () => {
    const kinds = ['request', 'report', 'action', 'improvement', 'meeting', 'notice'] as const
    const duties = kinds.map((kind) => duty(kind, 'x', '2026-01-01'))
    const agenda = agendaOf({ goals: [], duties, actions: [] }, now, timeZone)
    expect(agenda.duties.map(({ kind }) => kind)).toEqual(['notice'])
  })
})

describe('planning', () => {
  const ports = (planned: unknown[] = []) => ({
    meetings: {
      plan: async (each: unknown) => {
        planned.push(each)
      },
      move: async () => ok(null),
    },
    ...{ clock, timeZone, ids: { next: () => 'm' } },
  })

  test('a meeting is planned and moved to today or later', async () => {
    const planned: unknown[] = []
    expect(await planMeeting(ports(planned), { plannedOn: '2026-05-11', by: 'Lin' })).toEqual(
      refused('meeting-day-past'),
    )
    expect(await planMeeting(ports(planned), { plannedOn: '2026-05-12', by: 'Lin' })).toEqual({ ok: true, value: 'm' })
    expect(planned).toEqual([{ id: 'm', plannedOn: '2026-05-12', at: now, by: 'Lin' }])
    const move = { id: 'm', seen: 0 }
    expect(await moveMeeting(ports(), { ...move, plannedOn: '2026-05-11' })).toEqual(refused('meeting-day-past'))
    expect(await moveMeeting(ports(), { ...move, plannedOn: '2026-05-13' })).toEqual(done)
  })

  test.each([
    ['the agreed day', [meeting({ heldOn: '2026-02-10', nextOn: '2026-05-20' })], '2026-05-20'],
    ['three months after the last one', [meeting({ heldOn: '2026-02-28' })], '2026-05-28'],
    ['today, if that has passed', [meeting({ heldOn: '2025-02-10' })], '2026-05-12'],
    ['today, if none was held', [meeting()], '2026-05-12'],
  ])('the proposed day is %s', (_, meetings, day) => {
    expect(proposedDay(meetings, '2026-05-12')).toBe(day)
  })
})

test('a meeting is not held on a later day than today', async () => {
  const held: unknown[] = []
  const ports = {
    actionList: { list: async () => [] },
    deadlines: { duties: async () => [] },
    redAndAmberGoals: async () => [],
    meetings: {
      hold: async (each: unknown) => {
        held.push(each)
        return ok(null)
      },
    },
    ...{ clock, timeZone },
  }
  expect(await holdMeeting(ports, { id: 'm', seen: 0, heldOn: '2026-05-13' })).toEqual(refused('meeting-in-future'))
  expect(await holdMeeting(ports, { id: 'm', seen: 0, heldOn: '2026-05-12' })).toEqual(done)
  const agenda = { at: now, goals: [], duties: [], actions: [] }
  expect(held).toEqual([{ id: 'm', seen: 0, heldOn: '2026-05-12', agenda, at: now }])
})

describe('minutes', () => {
  function opened() {
    const written: { saved: unknown; decided: NewDecision | null } = { saved: null, decided: null }
    let id = 0
    const ports: MinutesPorts = {
      meetings: {
        find: async () => meeting({ attendees: [{ userId: 'gone', name: 'Peng' }] }),
        people: async () => [{ id: 'lin', name: 'Lin', role: 'officer' }],
        saveMinutes: async (saved) => {
          written.saved = saved
          return ok(null)
        },
        decide: async (decided) => {
          written.decided = decided
          return ok(null)
        },
        finish: async () => fail('meeting-unknown'),
      },
      ...{ clock, timeZone, ids: { next: () => `id-${++id}` } },
    }
    return { ports, written }
  }
  const minutes = { id: 'm', seen: 0, notes: 'n', nextOn: '2026-05-13', users: ['lin', 'gone'], others: ['Legal'] }

  test('have attendees by name, also of a user who was removed since, and others by department', async () => {
    const { ports, written } = opened()
    expect(await saveMinutes(ports, minutes)).toEqual(done)
    expect(written.saved).toMatchObject({
      attendees: [
        { userId: 'lin', name: 'Lin' },
        { userId: 'gone', name: 'Peng' },
        { userId: null, name: 'Legal' },
      ],
    })
    expect(await saveMinutes(ports, { ...minutes, users: ['stranger'] })).toEqual(refused('person-unknown'))
  })

  test('have a next date after today, or none', async () => {
    const { ports } = opened()
    expect(await saveMinutes(ports, { ...minutes, nextOn: '2026-05-12' })).toEqual(refused('meeting-day-past'))
    expect(await saveMinutes(ports, { ...minutes, nextOn: null })).toEqual(done)
  })

  test('a decision becomes an action of the meeting in the running half-year', async () => {
    const { ports, written } = opened()
    const agreed = { owner: 'procurement', dueOn: '2026-05-13', effect: 'all signed' } as const
    const decide = { meetingId: 'm', text: 'Sign', by: 'Lin' }
    expect(await decideInMeeting(ports, { ...decide, action: { ...agreed, dueOn: '2026-05-12' } })).toEqual(
      refused('due-date-past'),
    )
    expect(await decideInMeeting(ports, { ...decide, action: agreed })).toEqual(done)
    expect(written.decided).toMatchObject({
      ...{ meetingId: 'm', text: 'Sign' },
      action: { ...agreed, text: 'Sign', origin: 'meeting', originId: 'm', period: '2026-H1', agreedBy: 'Lin' },
    })
    await decideInMeeting(ports, { ...decide, action: null })
    expect(written.decided?.action).toBeNull()
  })
})
