import { engines } from '@wayproof/database/testing/engines'
import { systemIds } from '@wayproof/kernel/system'
import { questionStore } from '@wayproof/letters/questions/question-records'
import { jobResultStore, serviceStore } from '@wayproof/operations/services/service-stores'
import { describe, expect, it } from 'vitest'
import { serviceStates } from './service.ts'

const MINUTE = 60_000
const NOW = Date.parse('2026-01-05T02:00:00Z')
const parts = { ids: systemIds, timeZone: 'Asia/Shanghai' }

describe.each(engines)('the services on $engine', ({ open }) => {
  async function services() {
    const database = await open()
    return { ...serviceStore(database, parts), questions: questionStore(database, parts) }
  }

  it('are silent after 10 minutes without contact: one question and one outage, which both end with a contact', async () => {
    const { noteContact, reportSilent, outages, questions } = await services()
    await noteContact('mail-server', 'mail.example:25', NOW)
    expect(await reportSilent(['mail-server'], 0, NOW + 10 * MINUTE)).toEqual([])
    const both = await Promise.all([1, 2].map(() => reportSilent(['mail-server'], 0, NOW + 10 * MINUTE + 1)))
    expect(both.flat()).toEqual(['mail-server'])
    expect(await reportSilent(['mail-server'], 0, NOW + 60 * MINUTE)).toEqual([])
    const data = { service: 'mail-server', since: NOW, error: null }
    expect(await questions.open()).toMatchObject([{ kind: 'service-silent', data }])
    expect(await outages(NOW)).toEqual([{ service: 'mail-server', since: NOW, until: null }])
    await noteContact('mail-server', 'mail.example:25', NOW + 70 * MINUTE)
    expect(await questions.open()).toEqual([])
    expect(await outages(NOW)).toEqual([{ service: 'mail-server', since: NOW, until: NOW + 70 * MINUTE }])
    expect(await outages(NOW + 71 * MINUTE)).toEqual([])
  })

  it('tried for less than 10 minutes are not reported', async () => {
    const { noteContact, reportSilent } = await services()
    await noteContact('mail-server', 'mail.example:25', NOW)
    expect(await reportSilent(['mail-server'], NOW + 50 * MINUTE, NOW + 60 * MINUTE)).toEqual([])
    expect(await reportSilent(['mail-server'], NOW + 50 * MINUTE, NOW + 60 * MINUTE + 1)).toEqual(['mail-server'])
  })

  it('keep the last error, which does not count as a contact', async () => {
    const { noteContact, noteFailure, reportSilent, contacts, questions } = await services()
    await noteContact('bounce-mailbox', 'mail.example:993', NOW)
    await noteFailure('bounce-mailbox', 'mail.example:993', 'no such user', NOW + MINUTE)
    expect(await contacts()).toEqual([
      { service: 'bounce-mailbox', place: 'mail.example:993', contactAt: NOW, error: 'no such user' },
    ])
    await reportSilent(['bounce-mailbox'], 0, NOW + 11 * MINUTE)
    expect(await questions.open()).toMatchObject([{ data: { error: 'no such user' } }])
  })

  it('without any contact are silent 10 minutes after their first failure', async () => {
    const { noteFailure, reportSilent } = await services()
    await noteFailure('mail-server', 'mail.example:25', 'refused', NOW)
    await noteFailure('mail-server', 'mail.example:25', 'other', NOW + 9 * MINUTE)
    expect(await reportSilent(['mail-server'], 0, NOW + 9 * MINUTE)).toEqual([])
    expect(await reportSilent(['mail-server'], 0, NOW + 11 * MINUTE)).toEqual(['mail-server'])
  })

  it('show an outage that nobody reported, because everything was off', async () => {
    const { noteContact, outages } = await services()
    await noteContact('scheduler', '', NOW)
    await noteContact('scheduler', '', NOW + 600 * MINUTE)
    expect(await outages(NOW)).toEqual([{ service: 'scheduler', since: NOW, until: NOW + 600 * MINUTE }])
  })

  it('no longer set up are forgotten with their question', async () => {
    const { noteContact, reportSilent, keepOnly, contacts, questions, outages } = await services()
    await noteContact('bounce-mailbox', 'mail.example:993', NOW)
    await reportSilent(['bounce-mailbox'], 0, NOW + 11 * MINUTE)
    await keepOnly(['scheduler', 'mail-server'])
    expect([await contacts(), await questions.open()]).toEqual([[], []])
    expect(await outages(NOW)).toMatchObject([{ until: NOW }])
  })
})

describe.each(engines)('letters that wait for a server on $engine', ({ open }) => {
  const NONE: ReadonlySet<string> = new Set()
  const hold = { domain: 'x.example', since: NOW, cause: 'refused', reply: '550 5.7.1 no', nextTryAt: NOW } as const

  async function holding() {
    const database = await open()
    const { user } = await database.records()
    const officer = { id: 'o', name: 'Lin', email: 'lin@x.example', role: 'officer', locale: 'en', emailVerified: true }
    await user.create({ data: { ...officer, createdAt: new Date(NOW), updatedAt: new Date(NOW) } })
    const store = serviceStore(database, parts)
    const letters = async () =>
      (await (await database.records()).letter.findMany({ orderBy: { createdAt: 'asc' } })).map(({ state, data }) => {
        const { asked, endedAt } = JSON.parse(data)
        return { state, kind: asked.kind, endedAt: endedAt ?? null }
      })
    return { ...store, letters, questions: questionStore(database, parts) }
  }

  it('are shown with the newest reply and next try, since the first', async () => {
    const { holds, recordHolds } = await holding()
    expect(await recordHolds([], new Set(['x.example']), NOW)).toBe(false)
    expect(await recordHolds([hold], NONE, NOW)).toBe(true)
    const later = {
      ...hold,
      since: NOW + MINUTE,
      reply: '451 busy',
      cause: 'away',
      nextTryAt: NOW + 2 * MINUTE,
    } as const
    await recordHolds([later], NONE, NOW + MINUTE)
    expect(await holds()).toEqual([{ ...later, since: NOW }])
  })

  it('are asked about once after 30 minutes; the end is mailed, and withdraws a question that was not sent', async () => {
    const { recordHolds, holds, letters, questions } = await holding()
    const at = (minutes: number) => NOW + minutes * MINUTE
    for (const minutes of [0, 29]) await recordHolds([{ ...hold, nextTryAt: at(minutes) }], NONE, at(minutes))
    expect(await letters()).toEqual([])
    for (const minutes of [30, 31]) await recordHolds([{ ...hold, nextTryAt: at(minutes) }], NONE, at(minutes))
    const { nextTryAt: _, ...data } = hold
    expect(await questions.open()).toMatchObject([{ kind: 'letters-held', data }])
    expect(await letters()).toEqual([{ state: 'queued', kind: 'letters-held', endedAt: null }])
    expect(await recordHolds([], new Set(['other.example']), at(40))).toBe(true)
    expect(await recordHolds([], new Set(['x.example']), at(41))).toBe(true)
    expect([await holds(), await letters()]).toMatchObject([[], { length: 1 }])
    expect(await recordHolds([], NONE, at(56))).toBe(false)
    expect(await questions.open()).toEqual([])
    expect(await letters()).toEqual([
      { state: 'suppressed', kind: 'letters-held', endedAt: null },
      { state: 'queued', kind: 'letters-held', endedAt: at(41) },
    ])
  })

  it('end without a letter if they were short, or if no letter is left that waits', async () => {
    const { recordHolds, holds, letters, questions } = await holding()
    await recordHolds([{ ...hold, domain: '' }], NONE, NOW)
    await recordHolds([], new Set(['any.example']), NOW + 20 * MINUTE)
    await recordHolds([], NONE, NOW + 35 * MINUTE)
    await recordHolds([hold], NONE, NOW + 40 * MINUTE)
    await recordHolds([hold], NONE, NOW + 24 * 60 * MINUTE)
    expect([await holds(), await questions.open()]).toEqual([[], []])
    expect(await letters()).toEqual([{ state: 'suppressed', kind: 'letters-held', endedAt: null }])
  })

  it('go on if letters are refused again soon after one was accepted', async () => {
    const { recordHolds, holds, letters } = await holding()
    const all = { ...hold, domain: '' }
    await recordHolds([all], NONE, NOW)
    for (const minutes of [31, 62, 93]) {
      await recordHolds([all], NONE, NOW + (minutes - 1) * MINUTE)
      await recordHolds([], new Set(['officers.example']), NOW + minutes * MINUTE)
      await recordHolds([{ ...all, since: NOW + minutes * MINUTE }], NONE, NOW + (minutes + 14) * MINUTE)
    }
    expect([await holds(), await letters()]).toMatchObject([[{ since: NOW }], [{ endedAt: null }]])
  })

  it('to one domain are replaced once all letters wait', async () => {
    const { recordHolds, holds, letters } = await holding()
    await recordHolds([hold], NONE, NOW)
    const all = { ...hold, domain: '', nextTryAt: NOW + MINUTE }
    await recordHolds([all], NONE, NOW + MINUTE)
    expect([await holds(), await letters()]).toEqual([[all], []])
  })
})

it('while the scheduler is silent nothing is known of the others', () => {
  const contact = { place: '', contactAt: NOW, error: null }
  const contacts = [
    { ...contact, service: 'mail-server', contactAt: NOW - 60 * MINUTE },
    { ...contact, service: 'scheduler' },
  ] as const
  const statesAt = (now: number) => serviceStates(contacts, now).map(({ service, state }) => [service, state])
  expect(statesAt(NOW)).toEqual([
    ['scheduler', 'working'],
    ['mail-server', 'silent'],
  ])
  expect(statesAt(NOW + 11 * MINUTE)).toEqual([
    ['scheduler', 'silent'],
    ['mail-server', 'unknown'],
  ])
})

describe.each(engines)('the results of jobs on $engine', ({ open }) => {
  const nothing = { job: 'close-waves', outcome: 'nothing', count: 0, error: null } as const
  const done = { ...nothing, outcome: 'done', count: 2 } as const
  const failed = { ...nothing, outcome: 'failed', count: null, error: 'disk full' } as const

  it('are one line while nothing changes, and another after each change, outage and midnight', async () => {
    const { record, resultsOn, newest } = jobResultStore(await open(), parts)
    const at = (minutes: number) => NOW + minutes * MINUTE
    for (const minutes of [0, 1, 2]) await record([nothing], [], at(minutes), false)
    await record([done], [], at(3), false)
    await record([done], [], at(4), false)
    for (const minutes of [5, 6]) await record([failed], [], at(minutes), false)
    await record([nothing], [], at(7), false)
    await record([nothing], [], at(30), true)
    await record([nothing], [], at(24 * 60), false)
    const lines = async (day: string) =>
      (await resultsOn(day, parts.timeZone)).map(({ firstAt, lastAt, times, outcome, count }) => [
        (firstAt - NOW) / MINUTE,
        (lastAt - NOW) / MINUTE,
        times,
        outcome,
        count,
      ])
    expect(await lines('2026-01-05')).toEqual([
      [30, 30, 1, 'nothing', 0],
      [7, 7, 1, 'nothing', 0],
      [5, 6, 2, 'failed', null],
      [4, 4, 1, 'done', 2],
      [3, 3, 1, 'done', 2],
      [0, 2, 3, 'nothing', 0],
    ])
    expect(await lines('2026-01-06')).toEqual([[1440, 1440, 1, 'nothing', 0]])
    expect(await newest()).toMatchObject([{ job: 'close-waves', firstAt: at(1440) }])
  })

  it('are deleted after 400 days, and the plan holds the jobs of today', async () => {
    const { record, resultsOn, planned } = jobResultStore(await open(), parts)
    const before = [
      { job: 'old', at: NOW },
      { job: 'a', at: NOW + 2 },
    ]
    await record([nothing], before, NOW, false)
    expect(await planned()).toEqual(before)
    const after = [
      { job: 'a', at: NOW + 3 },
      { job: 'b', at: NOW + 1 },
    ]
    await record([nothing], after, NOW + 401 * 1440 * MINUTE, false)
    expect(await resultsOn('2026-01-05', parts.timeZone)).toEqual([])
    expect(await planned()).toEqual([
      { job: 'b', at: NOW + 1 },
      { job: 'a', at: NOW + 3 },
    ])
  })
})
