import { expect, test } from 'vitest'
import { memoryFixture } from '../testing/memory-fixture.ts'
import { planProgramme } from './plan-programme.ts'
import { DEFAULT_PROGRAMME, type ProgrammePlan } from './programme.ts'

const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME

test('a plan is stored for later waves', async () => {
  const { ports } = memoryFixture()
  const sample: ProgrammePlan = { ...plan, mode: 'sample', sampleSize: 500, letterLimit: 2 }
  const programme = { ...sample, runs: false, runsSince: null }
  expect(await planProgramme(ports, { plan: sample, runs: false })).toEqual({ ok: true, value: programme })
  expect(await ports.store.programme()).toEqual(programme)
})

test('the program runs since it was first switched on, also after a pause', async () => {
  const { ports, setNow } = memoryFixture()
  const runsSince = ports.clock.now()
  await planProgramme(ports, { plan, runs: true })
  setNow('2026-08-01T00:00:00Z')
  await planProgramme(ports, { plan, runs: false })
  expect(await ports.store.programme()).toMatchObject({ runs: false, runsSince })
  await planProgramme(ports, { plan, runs: true })
  expect(await ports.store.programme()).toMatchObject({ runs: true, runsSince })
})

test.each([
  ['a census has no sample size', { sampleSize: 500 }, 'sample-size-invalid'],
  ['a sample has a size', { mode: 'stratified' }, 'sample-size-invalid'],
  ['reminders keep their distance', { firstReminderDays: 5, lastReminderDays: 7 }, 'reminders-too-close'],
  ['the last reminder comes before the last day', { daysOpen: 10 }, 'reminders-too-close'],
  ['at least one letter is sent', { letterLimit: 0 }, 'letter-limit-invalid'],
  ['a wave invites at least 50 people', { smallestWave: 49 }, 'smallest-wave-invalid'],
  ['a sample is no smaller than a wave', { mode: 'sample', sampleSize: 99 }, 'sample-below-smallest-wave'],
  ['at most three letters are sent', { letterLimit: 4 }, 'letter-limit-invalid'],
] as const)('a plan is refused unless %s', async (_rule, change, code) => {
  const { ports } = memoryFixture()
  const asInstalled = { ...ports, smallestWave: undefined }
  expect(await planProgramme(asInstalled, { plan: { ...plan, ...change }, runs: true })).toEqual({
    ok: false,
    fault: { code },
  })
  expect(await ports.store.programme()).toEqual(DEFAULT_PROGRAMME)
})

test('one officer raises the smallest wave, and below 100 only two lower it', async () => {
  const { ports } = memoryFixture()
  const save = (smallestWave: number, isApproved = false) =>
    planProgramme(ports, { plan: { ...plan, smallestWave }, runs: false, isApproved })
  const needsApproval = { ok: false, fault: { code: 'smaller-wave-needs-approval' } }
  expect(await save(99)).toEqual(needsApproval)
  expect(await save(300)).toMatchObject({ ok: true })
  expect(await save(50)).toEqual(needsApproval)
  expect(await save(100)).toMatchObject({ ok: true })
  expect(await save(60, true)).toMatchObject({ ok: true })
  expect(await save(60)).toMatchObject({ ok: true })
  expect(await save(59)).toEqual(needsApproval)
  expect(await save(80)).toMatchObject({ ok: true })
  expect(await ports.store.programme()).toMatchObject({ smallestWave: 80 })
})
