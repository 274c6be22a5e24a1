import { engines } from '@wayproof/database/testing/engines'
import { rowStore } from '@wayproof/evidence/registers/row-store'
import { actingAs } from '@wayproof/journal/audit-log/acting-user'
import { describe, expect, test } from 'vitest'
import type { AgreedAction } from '../actions/action.ts'
import { actionStore } from '../actions/action-store.ts'
import type { Agenda } from './agenda.ts'
import { meetingStore } from './meeting-store.ts'

const at = Date.parse('2026-05-12T08:00:00Z')
const agenda: Agenda = {
  at,
  goals: [{ period: '2026-H1', goal: 'staff-training', status: 'red' }],
  duties: [{ kind: 'notice', subject: 'INC-1', part: 'gdpr-33', name: null, due: { at: at - 1 } }],
  actions: [],
}
const minutes = {
  ...{ notes: 'Two notes.', nextOn: '2026-08-11' },
  attendees: [
    { userId: 'lin', name: 'Lin' },
    { userId: null, name: 'Legal' },
  ],
}
const action = (id: string): AgreedAction => ({
  ...{ id, period: '2026-H1', origin: 'meeting', originId: 'm', text: `Train ${id}`, owner: 'human-resources' },
  ...{ dueOn: '2026-06-30', effect: 'all trained', agreedAt: at, agreedBy: 'Lin' },
})
const refused = (code: string) => ({ ok: false, fault: { code } })
const done = { ok: true, value: null }

describe.each(engines)('meetings on $engine', ({ open }) => {
  async function planned() {
    const database = await open()
    const meetings = meetingStore(database)
    await meetings.plan({ id: 'm', plannedOn: '2026-05-12', at, by: 'Lin' })
    return { database, records: await database.records(), meetings, rows: rowStore(database) }
  }

  async function held() {
    const opened = await planned()
    await opened.meetings.hold({ id: 'm', seen: 0, at, heldOn: '2026-05-12', agenda })
    return opened
  }

  const finish = { id: 'm', seen: 2, decisions: 2, at, by: 'Lin', nextId: 'next' }

  async function finished() {
    const opened = await held()
    const { meetings } = opened
    await meetings.saveMinutes({ id: 'm', seen: 1, at, ...minutes })
    await meetings.decide({ id: 'd1', meetingId: 'm', text: 'Train a', action: action('a'), at })
    await meetings.decide({ id: 'd2', meetingId: 'm', text: 'No new partner', action: null, at })
    expect(await actingAs({ actorId: 'lin', at }, () => meetings.finish(finish))).toEqual(done)
    return opened
  }

  test('one is planned, moved, held with its agenda, recorded and finished', async () => {
    const { meetings, records } = await planned()
    expect(await meetings.move({ id: 'm', seen: 0, at, plannedOn: '2026-05-11' })).toEqual(done)
    expect(await meetings.hold({ id: 'm', seen: 1, at, heldOn: '2026-05-12', agenda })).toEqual(done)
    expect(await meetings.saveMinutes({ id: 'm', seen: 2, at, ...minutes })).toEqual(done)
    await meetings.decide({ id: 'd1', meetingId: 'm', text: 'Train a', action: action('a'), at })
    expect(await meetings.finish({ ...finish, seen: 3, decisions: 1 })).toEqual(done)
    const { owner, dueOn, effect } = action('a')
    expect(await meetings.find('m')).toEqual({
      ...{ id: 'm', plannedOn: '2026-05-11', heldOn: '2026-05-12', agenda, ...minutes, revision: 4 },
      decisions: [{ id: 'd1', text: 'Train a', action: { id: 'a', owner, dueOn, effect } }],
      finished: { at, by: 'Lin' },
    })
    expect((await meetings.list()).map(({ id, plannedOn }) => [id, plannedOn])).toEqual([
      ['next', '2026-08-11'],
      ['m', '2026-05-11'],
    ])
    const acts = await records.auditEntry.findMany({ orderBy: { id: 'asc' } })
    expect(acts.map((entry) => `${entry.act} ${entry.subject}`)).toEqual([
      'meeting-planned 2026-05-12',
      'meeting-changed 2026-05-11',
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
    const { database, meetings, rows } = await held()
    const actions = actionStore(database)
    const record = (id: string, state: 'done' | 'dropped', seen: number | null = null) =>
      actions.recordOutcome(
        id,
        { state, text: 't', recordedAt: at, recordedBy: 'Lin' },
        { seen, owner: null, following: '2030-H1' },
      )
    for (const id of ['a', 'b', 'c']) {
      await meetings.decide({ id: `d${id}`, meetingId: 'm', text: id, action: action(id), at })
    }
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
    const { meetings } = await finished()
    const late = { id: 'm', seen: 3, at }
    expect(await meetings.saveMinutes({ ...late, ...minutes })).toEqual(refused('meeting-finished'))
    expect(await meetings.decide({ id: 'd3', meetingId: 'm', text: 'x', action: action('x'), at })).toEqual(
      refused('meeting-finished'),
    )
    expect(await meetings.removeDecision({ id: 'd1', meetingId: 'm', at })).toEqual(refused('meeting-finished'))
    expect(await meetings.finish({ ...finish, seen: 3 })).toEqual(refused('meeting-finished'))
    expect(await meetings.cancel(late)).toEqual(refused('meeting-finished'))
    const other = await held()
    expect(await other.meetings.saveMinutes({ id: 'm', seen: 0, at, ...minutes })).toEqual(refused('changed-meanwhile'))
    await other.meetings.saveMinutes({ id: 'm', seen: 1, at, ...minutes })
    await other.meetings.decide({ id: 'd1', meetingId: 'm', text: 'x', action: null, at })
    expect(await other.meetings.finish({ ...finish, decisions: 0 })).toEqual(refused('changed-meanwhile'))
  })

  test('one of two people who finish at once is refused', async () => {
    const { meetings, records } = await held()
    await meetings.saveMinutes({ id: 'm', seen: 1, at, ...minutes })
    const results = await Promise.all(
      ['n1', 'n2'].map((nextId) => meetings.finish({ ...finish, decisions: 0, nextId })),
    )
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.filter(({ ok }) => !ok)).toEqual([refused('meeting-finished')])
    expect(await records.registerChange.count()).toBe(1)
    expect(await records.meeting.count()).toBe(2)
  })

  test('minutes need a held meeting, attendees and a day of their own', async () => {
    const { meetings, records } = await planned()
    expect(await meetings.saveMinutes({ id: 'm', seen: 0, at, ...minutes })).toEqual(refused('meeting-not-held'))
    expect(await meetings.move({ id: 'none', seen: 0, at, plannedOn: '2026-05-12' })).toEqual(
      refused('meeting-unknown'),
    )
    await records.privacyMeeting.create({
      data: { heldOn: '2026-05-12', minutes: true, actionsAgreed: 0, actionsClosed: 0, importId: 'i', rowNumber: 1 },
    })
    const hold = { id: 'm', seen: 0, at, heldOn: '2026-05-12', agenda }
    expect(await meetings.hold(hold)).toEqual(refused('meeting-day-taken'))
    expect(await meetings.hold({ ...hold, heldOn: '2026-05-13' })).toEqual(done)
    expect(await meetings.finish({ ...finish, seen: 1, decisions: 0 })).toEqual(refused('attendees-missing'))
    expect(await meetings.move({ id: 'm', seen: 1, at, plannedOn: '2026-06-12' })).toEqual(refused('meeting-held'))
    await meetings.plan({ id: 'm2', plannedOn: '2026-05-13', at, by: 'Lin' })
    expect(await meetings.hold({ ...hold, id: 'm2', heldOn: '2026-05-13' })).toEqual(refused('meeting-day-taken'))
  })

  test('a removed decision takes its action with it, unless an outcome was recorded', async () => {
    const { database, meetings, records } = await held()
    for (const id of ['a', 'b']) {
      await meetings.decide({ id: `d${id}`, meetingId: 'm', text: id, action: action(id), at })
    }
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
})
