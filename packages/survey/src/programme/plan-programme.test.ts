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
  ['at most three letters are sent', { letterLimit: 4 }, 'letter-limit-invalid'],
] as const)('a plan is refused unless %s', async (_rule, change, code) => {
  const { ports } = memoryFixture()
  expect(await planProgramme(ports, { plan: { ...plan, ...change }, runs: true })).toEqual({
    ok: false,
    fault: { code },
  })
  expect(await ports.store.programme()).toEqual(DEFAULT_PROGRAMME)
})
