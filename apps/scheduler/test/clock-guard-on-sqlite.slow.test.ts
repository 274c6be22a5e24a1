import type { Instant } from '@wayproof/kernel/clock'
import { type ClockGuard, clockGuard } from '@wayproof/kernel/clock-guard/watch-clock'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { sinkServer } from '@wayproof/letters/testing/sink-server'
import type { Store } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import { planProgramme } from '@wayproof/survey/programme/plan-programme'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { expect, it, onTestFinished } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { runScheduler } from '../src/scheduler.ts'
import { addPerson, bringTravelers, invite, openCompany, ring, setClock, sleep, timeZone, urls } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONTHS = 14 * 30 * DAY

/** A company whose clock, stopwatch and second source a test sets separately. */
async function guarded(at: string) {
  const clock = setClock(at)
  const company = await openCompany(clock)
  await addPerson(company, 'officer', 'en')
  await addPerson(company, 'officer', 'zh-CN')
  let elapsed = 0
  let offset: number | null = null
  const log: Readonly<Record<string, unknown>>[] = []
  const process = (store: Store): { guard: ClockGuard; runOnce: () => Promise<void> } => {
    const guard = clockGuard({
      clock,
      stopwatch: { elapsed: () => elapsed },
      clockOffset: async () => offset,
      trustedClock: store.trustedClock,
    })
    const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules: RULES, urls }
    const note = (entry: (typeof log)[number]) => void log.push(entry)
    return { guard, runOnce: async () => void (await runCalendar({ ...machine, store, clockGuard: guard, log: note })) }
  }
  return {
    company,
    clock,
    log,
    process,
    /** Time that passes on clock and stopwatch. */
    pass: (milliseconds: number) => {
      clock.set(clock.now() + milliseconds)
      elapsed += milliseconds
    },
    /** Sets the clock alone. */
    moveClock: (milliseconds: number) => clock.set(clock.now() + milliseconds),
    source: (ahead: number | null) => {
      offset = ahead
    },
    questions: async () => (await company.store.questions.open()).filter(({ kind }) => kind === 'clock'),
    lettersOf: (kind: string) =>
      company.database.rows(`SELECT locale, state FROM letter WHERE kind = '${kind}' ORDER BY locale`),
    status: async () => (await company.store.survey.wave('2025-H2'))?.status,
    travelers: () => company.database.rows('SELECT id FROM traveler').then(({ length }) => length),
    lastLooks: () => company.database.rows(`SELECT period, at FROM job_run WHERE job = 'calendar' ORDER BY period`),
    trustedAt: async (): Promise<Instant | undefined> => (await company.store.trustedClock.read()).trustedMoment?.at,
  }
}

it('a clock that is 14 months ahead for 20 seconds destroys nothing and asks; once it is right, work continues', async () => {
  const { company, pass, moveClock, process, questions, lettersOf, status, travelers, lastLooks, log } =
    await guarded('2026-01-02T12:00:00+08:00')
  await invite(company, 40)
  const { runOnce } = process(company.store)
  await runOnce()
  pass(15_000)
  await runOnce()
  const looksBefore = await lastLooks()
  log.length = 0
  moveClock(MONTHS)
  for (let round = 0; round < 2; round += 1) {
    pass(10_000)
    await runOnce()
  }
  expect(log).toEqual([])
  expect(await status()).toBe('open')
  expect(await travelers()).toBe(40)
  expect(await lastLooks()).toEqual(looksBefore)
  expect(await questions()).toMatchObject([{ kind: 'clock', data: { doubt: 'jumped-ahead' } }])
  expect(await lettersOf('officer-question')).toEqual([
    { locale: 'en', state: 'queued' },
    { locale: 'zh-CN', state: 'queued' },
  ])

  moveClock(-MONTHS)
  await runOnce()
  expect(await questions()).toEqual([])
  expect(await company.store.questions.settled(5)).toMatchObject([{ kind: 'clock', answer: null }])
  expect((await lettersOf('officer-question')).every((letter) => JSON.stringify(letter).includes('suppressed'))).toBe(
    true,
  )
  pass(60_000)
  await runOnce()
  expect(await lastLooks()).not.toEqual(looksBefore)
  pass(30 * DAY)
  await runOnce()
  expect(await status()).toBe('unlinked')
  expect(log.find(({ event }) => event === 'wave-closed')).toMatchObject({ late: true })
})

it.each([
  ['40 days without a second source ask', 40, null, 'long-away'],
  ['40 days with a second source that agrees do not ask', 40, 1000, null],
  ['a second source that cannot be reached is no agreement', 8, null, 'long-away'],
  ['6 days do not ask', 6, null, null],
  ['6 days that the second source calls wrong ask', 6, 5 * DAY, 'source-disagrees'],
  ['a second source that is a little off does not ask', 6, HOUR, null],
] as const)('a process that was stopped: %s', async (_, days, offset, doubt) => {
  const { company, process, moveClock, source, questions, status } = await guarded('2026-01-30T12:00:00+08:00')
  await invite(company, 5)
  await process(company.store).runOnce()
  moveClock(days * DAY)
  source(offset)
  const { runOnce } = process(await company.openSecondStore().then(() => company.store))
  await runOnce()
  expect((await questions()).map((question) => question.kind === 'clock' && question.data.doubt)).toEqual(
    doubt ? [doubt] : [],
  )
  expect(await status()).toBe(doubt ? 'open' : 'unlinked')
})

it('continues once an officer confirms the clock, and runs each date once', async () => {
  const { company, process, moveClock, pass, clock, questions, log } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(company, 5)
  await process(company.store).runOnce()
  moveClock(40 * DAY)
  const schedulers = [process(company.store), process(await company.openSecondStore())]
  const bothLook = () => Promise.all(schedulers.map(({ runOnce }) => runOnce()))
  await bothLook()
  const [question, ...otherQuestions] = await questions()
  expect(otherQuestions).toEqual([])
  const confirmation = { by: 'Ma', at: clock.now() }
  expect(await company.store.questions.confirmClock(question?.id ?? '', confirmation)).toBe(true)
  expect(await company.store.questions.confirmClock(question?.id ?? '', confirmation)).toBe(false)
  for (let round = 0; round < 3; round += 1) {
    pass(60_000)
    await bothLook()
  }
  expect(log.filter(({ event }) => event === 'wave-closed')).toMatchObject([{ outcome: 'unlinked', late: true }])
  expect(await questions()).toEqual([])
})

it('stops and asks when the clock goes back, and does neither for a step of a minute', async () => {
  const { company, process, moveClock, pass, questions, trustedAt } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(company, 5)
  const { guard, runOnce } = process(company.store)
  await runOnce()
  const trustedBefore = await trustedAt()
  moveClock(-60_000)
  await runOnce()
  expect([guard.isTrusted(), await questions()]).toEqual([true, []])
  expect(await trustedAt()).toBe(trustedBefore)
  pass(HOUR)
  await runOnce()
  moveClock(-HOUR)
  await runOnce()
  expect(guard.isTrusted()).toBe(false)
  expect(await questions()).toMatchObject([{ data: { doubt: 'went-back' } }])
  pass(HOUR)
  await runOnce()
  expect([guard.isTrusted(), await questions()]).toEqual([true, []])
})

it('a process that starts after a jump does not end the doubt of one that measured it', async () => {
  const { company, process, moveClock, pass, questions } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(company, 5)
  const first = process(company.store)
  await first.runOnce()
  moveClock(3 * DAY)
  const between = process(await company.openSecondStore())
  await between.runOnce()
  expect(between.guard.isTrusted()).toBe(true)
  pass(15_000)
  await first.runOnce()
  expect(first.guard.isTrusted()).toBe(false)
  const laterProcess = process(await company.openSecondStore())
  for (const scheduler of [between, laterProcess, first, between]) {
    pass(15_000)
    await scheduler.runOnce()
    expect([scheduler.guard.isTrusted(), (await questions()).length]).toEqual([false, 1])
  }
})

it('ends running work when the clock jumps', async () => {
  const { company, process, moveClock } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(company, 5)
  const { guard, runOnce } = process(company.store)
  await runOnce()
  expect(() => guard.clock.now()).not.toThrow()
  moveClock(MONTHS)
  expect(() => guard.clock.now()).toThrow('jumped')
  expect(guard.isTrusted()).toBe(false)
})

it('accepts the clock of a first start while nothing is stored, however wrong it was earlier', async () => {
  const { company, process, moveClock, questions, trustedAt, clock } = await guarded('2026-01-02T12:00:00+08:00')
  const { runOnce, guard } = process(company.store)
  for (const step of [MONTHS, -MONTHS]) {
    moveClock(step)
    await runOnce()
    expect([guard.isTrusted(), await questions(), await trustedAt()]).toEqual([true, [], clock.now()])
  }
  await bringTravelers(company, 3)
  moveClock(MONTHS)
  await runOnce()
  expect(guard.isTrusted()).toBe(false)
})

it('opens no wave in a future month', async () => {
  const { company, process, moveClock, pass } = await guarded('2026-01-02T12:00:00+08:00')
  await bringTravelers(company, 3)
  const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
  await planProgramme(company.surveyPorts, { plan, runs: true })
  const { runOnce } = process(company.store)
  await runOnce()
  pass(60_000)
  moveClock(MONTHS)
  await runOnce()
  expect(await company.store.survey.waves()).toEqual([])
  expect(await company.store.survey.openingQuestions()).toEqual([])
})

it('sends the question, but nothing to travelers, while the clock is in doubt', async () => {
  const { company, moveClock, clock, process, questions } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(company, 10)
  const { guard } = process(company.store)
  await guard.check()
  const sink = await sinkServer()
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  moveClock(8 * HOUR)
  const abort = new AbortController()
  let pauses = 0
  const ports = { ...schedulerParts(company, clock, transport), clockGuard: guard }
  const pausing = async () => {
    pauses += 1
    await sleep(20)
  }
  const run = runScheduler({ ...ports, sleep: pausing }, abort.signal)
  const waitUntil = async (isMet: () => boolean) => {
    for (let waited = 0; !isMet(); waited += 10) {
      if (waited > 60_000) throw new Error(`${sink.received.length} letters came`)
      await sleep(10)
    }
  }
  await waitUntil(() => sink.received.length >= 2)
  const pausesSeen = pauses
  await waitUntil(() => pauses > pausesSeen + 100)
  expect(sink.received.map(({ to }) => to.join()).sort()).toEqual([
    'officer-en@faraway.example',
    'officer-zh-cn@faraway.example',
  ])
  const [question] = await questions()
  await company.store.questions.confirmClock(question?.id ?? '', { by: 'Ma', at: clock.now() })
  await waitUntil(() => sink.received.length >= 12)
  abort.abort()
  await run
  expect(new Set(sink.received.map(({ to }) => to.join())).size).toBe(12)
})
