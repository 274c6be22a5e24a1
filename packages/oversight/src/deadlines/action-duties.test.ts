import { engines } from '@wayproof/database/testing/engines'
import { momentOn } from '@wayproof/kernel/calendar/calendar-date'
import { openWaveRows } from '@wayproof/survey/testing/open-wave-rows'
import { describe, expect, test } from 'vitest'
import { actionStore } from '../actions/action-store.ts'
import { deadlineStore } from './deadline-store.ts'

const timeZone = 'Asia/Shanghai'
const now = momentOn('2026-05-12', 8, timeZone)

describe.each(engines)('deadlines of actions and meetings on $engine', ({ open }) => {
  async function openCompany(programmeStart = '2026-01-01') {
    const database = await open()
    const records = await database.records()
    await records.organisation.create({
      data: { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'p@x.example', programmeStart },
    })
    const duties = async (kind: string) =>
      (await deadlineStore(database).duties(now, timeZone)).filter((duty) => duty.kind === kind)
    return { database, records, duties }
  }

  test('an agreed action is due for its owner and the officers until it is done or dropped', async () => {
    const { database, records, duties } = await openCompany()
    const agreed = { period: '2026-H1', origin: 'meeting', originId: 'm', effect: 'e', agreedBy: 'Lin' }
    const action = (id: string, owner: string) => ({
      ...{ ...agreed, id, owner, text: `Train ${id}`, dueOn: '2026-06-30', agreedAt: new Date(now) },
    })
    await records.agreedAction.createMany({ data: [action('a', 'human-resources'), action('b', 'privacy-officer')] })
    const due = { kind: 'action', due: { day: '2026-06-30' } }
    expect(await duties('action')).toEqual([
      { ...due, subject: 'a', name: 'Train a', roles: ['human-resources', 'officer'] },
      { ...due, subject: 'b', name: 'Train b', roles: ['officer'] },
    ])
    const record = (id: string, state: 'under-way' | 'done') =>
      actionStore(database).recordOutcome(
        id,
        { state, text: 't', recordedAt: now, recordedBy: 'Lin' },
        { seen: null, owner: null, following: '2030-H1' },
      )
    await record('a', 'under-way')
    await record('b', 'done')
    expect((await duties('action')).map(({ subject }) => subject)).toEqual(['a'])
  })

  test('a half-year is to be frozen 21 days after the last day of its survey, if that is later', async () => {
    const { database, duties } = await openCompany('2025-07-01')
    const due = async () => (await duties('freeze')).map(({ subject, due: end }) => `${subject} ${end.day}`)
    expect(await due()).toEqual(['2025-H2 2026-03-01'])
    await openWaveRows(database, { period: '2025-H2', people: 1, closesAt: momentOn('2026-06-01', 0, timeZone) })
    expect(await due()).toEqual(['2025-H2 2026-06-21'])
  })

  test('a meeting is due on the day for which it is planned, until its minutes are in the register', async () => {
    const { records, duties } = await openCompany()
    const at = { plannedAt: new Date(now), plannedBy: 'Lin' }
    await records.meeting.create({ data: { ...at, id: 'm', plannedOn: '2026-05-20' } })
    const due = async () => (await duties('meeting')).map(({ subject, due: end }) => `${subject} ${end.day}`)
    expect(await due()).toEqual(['2026-Q1 2026-03-31', '2026-Q2 2026-05-20'])
    await records.meeting.update({ where: { id: 'm' }, data: { heldOn: '2026-05-21' } })
    expect(await due()).toEqual(['2026-Q1 2026-03-31', '2026-Q2 2026-05-20'])
    await records.meeting.update({ where: { id: 'm' }, data: { finishedAt: new Date(now), finishedBy: 'Lin' } })
    await records.privacyMeeting.create({
      data: { heldOn: '2026-05-21', minutes: true, actionsAgreed: 0, actionsClosed: 0, importId: '', rowNumber: 0 },
    })
    expect(await due()).toEqual([])
  })
})
