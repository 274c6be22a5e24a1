import { expect, test } from 'vitest'
import { editionFixture } from '../testing/edition-fixture.ts'
import { reviewEditions } from './review-editions.ts'

const START = '2025-07-01'
const at = (iso: string) => Date.parse(iso)

/** The wave of the second half of 2025, unlinked on Monday 26 January 2026: its edition of record is due on 2 February. */
function unlinkedWave() {
  const made = editionFixture()
  made.fixture.waves.set('2025-H2', { closesAt: at('2026-01-25T16:00:00Z'), unlinkedAt: at('2026-01-26T01:00:00Z') })
  made.memory.remindedAt.set('2025-H2', at('2026-01-05T02:00:00Z'))
  const review = () => reviewEditions(made.ports, START)
  return { ...made, review }
}

const record = { kind: 'record', period: '2025-H2', occasion: '2025-H2' }

test('the first run only records the day, so that nothing due before is sent', async () => {
  const { memory, review } = unlinkedWave()
  memory.schedule = { ...memory.schedule, since: null }
  expect(await review()).toEqual([])
  expect(memory.schedule.since).toBe('2026-02-02')
})

test('an edition that was due before the first run is never sent', async () => {
  const { fixture, memory, review } = unlinkedWave()
  memory.schedule = { ...memory.schedule, since: '2026-02-03' }
  fixture.now = at('2026-02-03T01:00:00Z')
  expect(await review()).toEqual([])
  memory.schedule = { ...memory.schedule, since: '2026-02-02' }
  expect(await review()).toEqual([{ ...record, outcome: 'on-time' }])
})

test('a complete edition leaves on its date, once', async () => {
  const { fixture, memory, review } = unlinkedWave()
  fixture.now = at('2026-01-30T01:00:00Z')
  expect(await review()).toEqual([])
  fixture.now = at('2026-02-02T01:00:00Z')
  expect(await review()).toEqual([{ ...record, outcome: 'on-time' }])
  expect(await review()).toEqual([])
  expect(memory.outbox.letters).toHaveLength(3)
})

test('an edition with a gap is held; the officers and the owner of the gap are told, and executives are not', async () => {
  const { memory, review } = unlinkedWave()
  memory.recordedAt = new Map([...memory.recordedAt].filter(([register]) => register !== 'exam-attempts'))
  expect(await review()).toEqual([{ ...record, outcome: 'held' }])
  expect(memory.editions).toMatchObject([
    { state: 'held', reasons: [{ code: 'register-stale', goal: 'staff-training' }] },
  ])
  expect(memory.outbox.letters.map(({ letter, recipient }) => `${letter.kind} ${recipient.id}`)).toEqual([
    'edition-notice officer-1',
    'edition-notice trainer-1',
  ])
})

test('a held edition leaves as soon as its gap is mended', async () => {
  const { memory, review } = unlinkedWave()
  const complete = memory.recordedAt
  memory.recordedAt = new Map()
  await review()
  expect(await review()).toEqual([])
  memory.recordedAt = complete
  expect(await review()).toEqual([{ ...record, outcome: 'mended' }])
  expect(memory.editions).toMatchObject([{ state: 'sent', reasons: [] }])
})

test('a held edition whose gaps change keeps the current ones', async () => {
  const { memory, review } = unlinkedWave()
  const complete = memory.recordedAt
  memory.recordedAt = new Map()
  await review()
  memory.recordedAt = new Map([...complete].filter(([register]) => register !== 'incidents'))
  await review()
  expect(memory.editions[0]?.reasons).toMatchObject([{ goal: 'incident-reduction' }])
})

test('a held edition leaves with its gaps after the longest hold', async () => {
  const { fixture, memory, review } = unlinkedWave()
  memory.recordedAt = new Map()
  await review()
  fixture.now = at(`${memory.editions[0]?.sendsOn}T01:00:00Z`)
  expect(await review()).toEqual([{ ...record, outcome: 'automatic' }])
  expect(memory.editions[0]?.reasons).not.toEqual([])
})

test('if officers approve editions, a complete one waits for them, and leaves once approval is switched off', async () => {
  const { memory, review } = unlinkedWave()
  const { settings } = memory.schedule
  memory.schedule = { ...memory.schedule, settings: { ...settings, approval: true } }
  expect(await review()).toEqual([{ ...record, outcome: 'awaiting-approval' }])
  expect(memory.outbox.letters.map(({ letter, recipient }) => `${letter.kind} ${recipient.id}`)).toEqual([
    'edition-notice officer-1',
  ])
  expect(await review()).toEqual([])
  memory.schedule = { ...memory.schedule, settings }
  expect(await review()).toEqual([{ ...record, outcome: 'on-time' }])
})

test('a held edition whose gap is mended waits for approval, if officers approve editions', async () => {
  const { memory, review } = unlinkedWave()
  const complete = memory.recordedAt
  memory.schedule = { ...memory.schedule, settings: { ...memory.schedule.settings, approval: true } }
  memory.recordedAt = new Map()
  expect(await review()).toEqual([{ ...record, outcome: 'held' }])
  memory.recordedAt = complete
  expect(await review()).toEqual([{ ...record, outcome: 'awaiting-approval' }])
})

test('an edition that waits for approval after a hold is sent as mended or with its gaps once approval is off', async () => {
  for (const release of ['mended', 'automatic']) {
    const { fixture, memory, review } = unlinkedWave()
    const complete = memory.recordedAt
    const { settings } = memory.schedule
    memory.schedule = { ...memory.schedule, settings: { ...settings, approval: true } }
    memory.recordedAt = new Map()
    await review()
    if (release === 'mended') memory.recordedAt = complete
    else fixture.now = at(`${memory.editions[0]?.sendsOn}T01:00:00Z`)
    expect(await review()).toEqual([{ ...record, outcome: 'awaiting-approval' }])
    memory.schedule = { ...memory.schedule, settings }
    expect(await review()).toEqual([{ ...record, outcome: release }])
  }
})

test('an edition whose gap is mended by the last day of the hold is sent as mended', async () => {
  const { fixture, memory, review } = unlinkedWave()
  const complete = memory.recordedAt
  memory.recordedAt = new Map()
  await review()
  fixture.now = at(`${memory.editions[0]?.sendsOn}T01:00:00Z`)
  memory.recordedAt = complete
  expect(await review()).toEqual([{ ...record, outcome: 'mended' }])
})

test('an edition that officers switch on after its date is not sent', async () => {
  const { fixture, memory, review } = unlinkedWave()
  const settings = { ...memory.schedule.settings, preliminary: true }
  fixture.now = at('2026-01-21T01:00:00Z')
  memory.schedule = { ...memory.schedule, settings, savedAt: at('2026-01-20T01:00:00Z') }
  expect(await review()).toEqual([])
  memory.schedule = { ...memory.schedule, savedAt: at('2026-01-04T01:00:00Z') }
  expect(await review()).toEqual([{ ...record, kind: 'preliminary', outcome: 'on-time' }])
})

test('a half-year that ended more than half a year ago gets no edition any more, unless it is closed', async () => {
  const { memory, ports } = unlinkedWave()
  memory.schedule = { ...memory.schedule, since: '2024-01-01' }
  const periods = (await reviewEditions(ports, '2024-01-01')).map(({ period }) => period)
  expect(periods).toEqual(['2025-H1', '2025-H2'])
})

test('a held edition whose date has moved ahead is postponed', async () => {
  const { fixture, memory, review } = unlinkedWave()
  memory.recordedAt = new Map()
  await review()
  fixture.waves.set('2025-H2', { closesAt: at('2026-02-20T16:00:00Z'), unlinkedAt: null })
  expect(await review()).toEqual([{ ...record, outcome: 'postponed' }])
  expect(memory.editions).toEqual([])
})

test('the edition of record supersedes a preliminary one that still waits', async () => {
  const { fixture, memory, review } = unlinkedWave()
  memory.schedule = { ...memory.schedule, settings: { ...memory.schedule.settings, preliminary: true, approval: true } }
  fixture.now = at('2026-01-20T01:00:00Z')
  expect(await review()).toEqual([{ ...record, kind: 'preliminary', outcome: 'awaiting-approval' }])
  fixture.now = at('2026-02-02T01:00:00Z')
  expect((await review()).map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual([
    'preliminary superseded',
    'record awaiting-approval',
  ])
  expect(memory.editions.map(({ kind, state, endedAt }) => [kind, state, endedAt])).toEqual([
    ['preliminary', 'superseded', fixture.now],
    ['record', 'awaiting-approval', null],
  ])
})

test('a failure to write the summary fails the run, so that it is repeated', async () => {
  const { fixture, review } = unlinkedWave()
  fixture.isNamed = false
  await expect(review()).rejects.toThrow('organisation-missing')
})
