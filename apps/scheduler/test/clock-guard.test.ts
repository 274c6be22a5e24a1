import type { Instant } from '@wayproof/kernel'
import { type ClockGuard, clockGuard } from '@wayproof/kernel/clock-guard'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { smtpTransport } from '@wayproof/letters'
import { sinkServer } from '@wayproof/letters/testing'
import { RULES } from '@wayproof/scorecard'
import type { Store } from '@wayproof/store'
import { DEFAULT_PROGRAMME, planProgramme } from '@wayproof/survey'
import { expect, it, onTestFinished } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import { runScheduler } from '../src/scheduler.ts'
import { addPerson, bringTravelers, company, invite, ring, rowsOf, setClock, sleep, timeZone, urls } from './company.ts'
import { schedulerParts } from './scheduler-parts.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const MONTHS = 14 * 30 * DAY

/** A company whose clock, stopwatch and second source a test sets separately. */
async function guarded(at: string) {
  const clock = setClock(at)
  const made = await company(clock)
  await addPerson(made, 'officer', 'en')
  await addPerson(made, 'officer', 'zh-CN')
  let elapsed = 0
  let offset: number | null = null
  const log: Readonly<Record<string, unknown>>[] = []
  const process = (store: Store): { guard: ClockGuard; look: () => Promise<void> } => {
    const guard = clockGuard({
      clock,
      stopwatch: { elapsed: () => elapsed },
      clockOffset: async () => offset,
      trustedClock: store.trustedClock,
    })
    const machine = { clock, ids: systemIds, tokens: systemTokens, keyring: ring, timeZone, rules: RULES, urls }
    const note = (entry: (typeof log)[number]) => void log.push(entry)
    return { guard, look: () => runCalendar({ ...machine, store, clockGuard: guard, log: note }) }
  }
  return {
    made,
    clock,
    log,
    process,
    /** Time that passes on clock and stopwatch. */
    pass: (milliseconds: number) => {
      clock.set(clock.now() + milliseconds)
      elapsed += milliseconds
    },
    /** Sets the clock alone. */
    jump: (milliseconds: number) => clock.set(clock.now() + milliseconds),
    source: (ahead: number | null) => {
      offset = ahead
    },
    questions: async () => (await made.store.questions.open()).filter(({ kind }) => kind === 'clock'),
    lettersOf: (kind: string) =>
      rowsOf(made, `SELECT locale, state FROM letter WHERE kind = '${kind}' ORDER BY locale`),
    status: async () => (await made.store.survey.wave('2025-H2'))?.status,
    travelers: () => rowsOf(made, 'SELECT id FROM traveler').length,
    lastLooks: () => rowsOf(made, `SELECT period, at FROM job_run WHERE job = 'calendar' ORDER BY period`),
    trustedAt: async (): Promise<Instant | undefined> => (await made.store.trustedClock.read()).trustedMoment?.at,
  }
}

it('a clock that is 14 months ahead for 20 seconds destroys nothing and asks; once it is right, work continues', async () => {
  const { made, pass, jump, process, questions, lettersOf, status, travelers, lastLooks, log } =
    await guarded('2026-01-02T12:00:00+08:00')
  await invite(made, 40)
  const { look } = process(made.store)
  await look()
  pass(15_000)
  await look()
  const before = lastLooks()
  log.length = 0
  jump(MONTHS)
  for (let looks = 0; looks < 2; looks += 1) {
    pass(10_000)
    await look()
  }
  expect(log).toEqual([])
  expect(await status()).toBe('open')
  expect(travelers()).toBe(40)
  expect(lastLooks()).toEqual(before)
  expect(await questions()).toMatchObject([{ kind: 'clock', data: { doubt: 'jumped-ahead' } }])
  expect(lettersOf('officer-question')).toEqual([
    { locale: 'en', state: 'queued' },
    { locale: 'zh-CN', state: 'queued' },
  ])

  jump(-MONTHS)
  await look()
  expect(await questions()).toEqual([])
  expect(await made.store.questions.settled(5)).toMatchObject([{ kind: 'clock', answer: null }])
  expect(lettersOf('officer-question').every((letter) => JSON.stringify(letter).includes('suppressed'))).toBe(true)
  pass(60_000)
  await look()
  expect(lastLooks()).not.toEqual(before)
  pass(30 * DAY)
  await look()
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
  const { made, process, jump, source, questions, status } = await guarded('2026-01-30T12:00:00+08:00')
  await invite(made, 5)
  await process(made.store).look()
  jump(days * DAY)
  source(offset)
  const { look } = process(await made.openAgain().then(() => made.store))
  await look()
  expect((await questions()).map((asked) => asked.kind === 'clock' && asked.data.doubt)).toEqual(doubt ? [doubt] : [])
  expect(await status()).toBe(doubt ? 'open' : 'unlinked')
})

it('continues once an officer confirms the clock, and runs each date once', async () => {
  const { made, process, jump, pass, clock, questions, log } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(made, 5)
  await process(made.store).look()
  jump(40 * DAY)
  const schedulers = [process(made.store), process(await made.openAgain())]
  const bothLook = () => Promise.all(schedulers.map(({ look }) => look()))
  await bothLook()
  const [asked, ...others] = await questions()
  expect(others).toEqual([])
  const by = { by: 'Ma', at: clock.now() }
  expect(await made.store.questions.confirmClock(asked?.id ?? '', by)).toBe(true)
  expect(await made.store.questions.confirmClock(asked?.id ?? '', by)).toBe(false)
  for (let looks = 0; looks < 3; looks += 1) {
    pass(60_000)
    await bothLook()
  }
  expect(log.filter(({ event }) => event === 'wave-closed')).toMatchObject([{ outcome: 'unlinked', late: true }])
  expect(await questions()).toEqual([])
})

it('stops and asks when the clock goes back, and does neither for a step of a minute', async () => {
  const { made, process, jump, pass, questions, trustedAt } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(made, 5)
  const { guard, look } = process(made.store)
  await look()
  const trusted = await trustedAt()
  jump(-60_000)
  await look()
  expect([guard.isTrusted(), await questions()]).toEqual([true, []])
  expect(await trustedAt()).toBe(trusted)
  pass(HOUR)
  await look()
  jump(-HOUR)
  await look()
  expect(guard.isTrusted()).toBe(false)
  expect(await questions()).toMatchObject([{ data: { doubt: 'went-back' } }])
  pass(HOUR)
  await look()
  expect([guard.isTrusted(), await questions()]).toEqual([true, []])
})

it('a process that starts after a jump does not end the doubt of one that measured it', async () => {
  const { made, process, jump, pass, questions } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(made, 5)
  const first = process(made.store)
  await first.look()
  jump(3 * DAY)
  const between = process(await made.openAgain())
  await between.look()
  expect(between.guard.isTrusted()).toBe(true)
  pass(15_000)
  await first.look()
  expect(first.guard.isTrusted()).toBe(false)
  const later = process(await made.openAgain())
  for (const each of [between, later, first, between]) {
    pass(15_000)
    await each.look()
    expect([each.guard.isTrusted(), (await questions()).length]).toEqual([false, 1])
  }
})

it('ends running work when the clock jumps', async () => {
  const { made, process, jump } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(made, 5)
  const { guard, look } = process(made.store)
  await look()
  expect(() => guard.clock.now()).not.toThrow()
  jump(MONTHS)
  expect(() => guard.clock.now()).toThrow('jumped')
  expect(guard.isTrusted()).toBe(false)
})

it('accepts the clock of a first start while nothing is stored, however wrong it was earlier', async () => {
  const { made, process, jump, questions, trustedAt, clock } = await guarded('2026-01-02T12:00:00+08:00')
  const { look, guard } = process(made.store)
  for (const step of [MONTHS, -MONTHS]) {
    jump(step)
    await look()
    expect([guard.isTrusted(), await questions(), await trustedAt()]).toEqual([true, [], clock.now()])
  }
  await bringTravelers(made, 3)
  jump(MONTHS)
  await look()
  expect(guard.isTrusted()).toBe(false)
})

it('opens no wave in a future month', async () => {
  const { made, process, jump, pass } = await guarded('2026-01-02T12:00:00+08:00')
  await bringTravelers(made, 3)
  const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
  await planProgramme(made.surveyPorts, { plan, runs: true })
  const { look } = process(made.store)
  await look()
  pass(60_000)
  jump(MONTHS)
  await look()
  expect(await made.store.survey.waves()).toEqual([])
  expect(await made.store.survey.openingQuestions()).toEqual([])
})

it('sends the question, but nothing to travelers, while the clock is in doubt', async () => {
  const { made, jump, clock, process, questions } = await guarded('2026-01-02T12:00:00+08:00')
  await invite(made, 10)
  const { guard } = process(made.store)
  await guard.check()
  const sink = await sinkServer()
  const transport = smtpTransport(sink.url)
  onTestFinished(() => transport.close())
  jump(8 * HOUR)
  const stopping = new AbortController()
  let pauses = 0
  const parts = { ...schedulerParts(made, clock, transport), clockGuard: guard }
  const pausing = async () => {
    pauses += 1
    await sleep(5)
  }
  const running = runScheduler({ ...parts, sleep: pausing }, stopping.signal)
  const until = async (holds: () => boolean) => {
    for (let waited = 0; !holds(); waited += 10) {
      if (waited > 20_000) throw new Error(`${sink.received.length} letters came`)
      await sleep(10)
    }
  }
  await until(() => sink.received.length >= 2)
  const seen = pauses
  await until(() => pauses > seen + 100)
  expect(sink.received.map(({ to }) => to.join()).sort()).toEqual([
    'officer-en@faraway.example',
    'officer-zh-cn@faraway.example',
  ])
  const [asked] = await questions()
  await made.store.questions.confirmClock(asked?.id ?? '', { by: 'Ma', at: clock.now() })
  await until(() => sink.received.length >= 12)
  stopping.abort()
  await running
  expect(new Set(sink.received.map(({ to }) => to.join())).size).toBe(12)
})
