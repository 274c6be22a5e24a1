import { addDays, type CalendarDate, dateAt, momentOn } from '@wayproof/kernel/calendar/calendar-date'
import type { PeriodKey } from '@wayproof/kernel/calendar/period'
import { systemIds, systemTokens } from '@wayproof/kernel/system'
import { FIRST_WAIT_MS } from '@wayproof/letters/delivery/back-off'
import { letterRenderer } from '@wayproof/letters/rendering/render-letter'
import { smtpTransport } from '@wayproof/letters/smtp/smtp-transport'
import { refusal, type Sink, sinkServer } from '@wayproof/letters/testing/sink-server'
import type { Store } from '@wayproof/operations/store/open-store'
import { RULES } from '@wayproof/scorecard/rules'
import { newReceipt } from '@wayproof/survey/answers/receipt'
import { recordAnswer } from '@wayproof/survey/answers/record-answer'
import { unsubscribe } from '@wayproof/survey/links/unsubscribe-address'
import { openWave } from '@wayproof/survey/opening/open-wave'
import { planProgramme } from '@wayproof/survey/programme/plan-programme'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { SMALL_WAVES } from '@wayproof/survey/testing/small-waves'
import { inLetterSteps } from '@wayproof/survey/waves/wave-figures'
import { expect, it, onTestFinished } from 'vitest'
import { runCalendar } from '../src/calendar/run-calendar.ts'
import {
  addPerson,
  approveOpening,
  bringTravelers,
  guardOf,
  openCompany,
  ring,
  setClock,
  traveler,
  urls,
} from './company.ts'
import { deliverDue } from './deliver-due.ts'

/** A year has some thousand runs of each scheduler. */
const PATIENCE_MS = 600_000

const PEOPLE = 8
const MINUTE = 60_000
const OFFICER = 'officer-en@faraway.example'
/** Travelers who answer before the first or second reminder, unsubscribe, or are reached four days late. */
const [SOON, LATER, LEAVES, SLOW] = [0, 1, 2, 3] as const

/** The fifth of each month except July, of which no one could be reminded within a week. */
const REMINDED = [1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12].map((month) => `${String(month).padStart(2, '0')}-05`)

/** Times of a day: at night, when waves open, when reminders go. */
const LOOKS = [
  { hour: 0, minutes: 30 },
  { hour: 9, minutes: 1 },
  { hour: 10, minutes: 1 },
]

interface Arrival {
  readonly day: CalendarDate
  readonly to: string
  readonly raw: string
}

const unfolded = (raw: string) => raw.replace(/=\r\n/g, '')
const isReminder = ({ raw }: Arrival) => /^Subject: Update your register/m.test(raw)
const isMailTest = ({ raw }: Arrival) => /^Subject: Test email/m.test(raw)
/** Another test covers editions of the summary. */
const isEdition = ({ raw }: Arrival) => /^Subject: (Privacy scorecard|Held back)/m.test(raw)
/** Other tests cover the digests of deadlines and the changes of goals. */
const isDigest = ({ raw }: Arrival) => /^Subject: (?:Deadline:|\d+ deadlines:)/m.test(raw)
const isGoalChange = ({ raw }: Arrival) => /^Subject: (?:Privacy goal:|\d+ changes in privacy goals:)/m.test(raw)
const isQuestion = ({ raw }: Arrival) => /^Subject: Decision needed: (?!the .* survey has not)/m.test(raw)
const messageIdOf = ({ raw }: Arrival) => /^Message-ID:\s+(\S+)/m.exec(raw)?.[1] ?? ''
const tokenIn = (letter: Arrival | undefined, path: 's' | 'u') =>
  new RegExp(`/${path}/([\\w-]+)`).exec(unfolded(letter?.raw ?? ''))?.[1] ?? ''

/** Two schedulers on one database, a mail server, and a clock that is set between runs. */
async function setUp(zone: string) {
  const clock = setClock('2025-12-19T08:00:00Z')
  const company = await openCompany(clock, ring, zone)
  const sink: Sink = await sinkServer({
    onRcptTo({ address }, _, callback) {
      const isTooEarly = address === traveler(SLOW) && clock.now() < momentOn('2026-01-07', 9, zone)
      callback(isTooEarly ? refusal(451, 'later') : null)
    },
  })
  const organisation = { nameZh: '远行', nameEn: 'Faraway', contactEmail: 'privacy@faraway.example', sample: true }
  const log: Readonly<Record<string, unknown>>[] = []
  const scheduler = (store: Store) => {
    const transport = smtpTransport(sink.url)
    onTestFinished(() => transport.close())
    const machine = {
      clock,
      ids: systemIds,
      tokens: systemTokens,
      keyring: ring,
      timeZone: zone,
      rules: RULES,
      urls,
      ...SMALL_WAVES,
    }
    const guarded = { ...machine, store, clockGuard: guardOf(store) }
    const calendar = { ...guarded, log: (entry: (typeof log)[number]) => void log.push(entry) }
    const letters = { outbox: store.outbox, transport, clock, keyring: ring, render: letterRenderer(), organisation }
    const delivery = {
      ...letters,
      urls,
      sender: 'privacy@faraway.example',
      workers: 3,
      bounceAddress: null,
      firstWait: FIRST_WAIT_MS,
    }
    return {
      runOnce: () => runCalendar(calendar),
      deliver: () => deliverDue(delivery),
    }
  }
  const schedulers = [scheduler(company.store), scheduler(await company.openSecondStore())]
  const arrivals: Arrival[] = []
  /** Letters to owners about a half-year that has to be closed. */
  const reminders: Arrival[] = []
  /** Test letters to officers before an opening. */
  const mailTests: Arrival[] = []
  /** Questions to officers, except about the opening. */
  const questions: Arrival[] = []
  const runDay = async (day: CalendarDate, running: typeof schedulers, looks = LOOKS) => {
    for (const { hour, minutes } of looks) {
      clock.set(momentOn(day, hour, zone) + minutes * MINUTE)
      const receivedBefore = sink.received.length
      await Promise.all(running.map(({ runOnce: runScheduler }) => runScheduler()))
      await Promise.all(running.map(({ deliver }) => deliver()))
      const newArrivals = sink.received.slice(receivedBefore).map(({ to, raw }) => ({ day, to: to.join(), raw }))
      for (const letter of newArrivals) {
        if (isEdition(letter) || isDigest(letter) || isGoalChange(letter)) continue
        if (isQuestion(letter)) questions.push(letter)
        else if (isMailTest(letter)) mailTests.push(letter)
        else (isReminder(letter) ? reminders : arrivals).push(letter)
      }
    }
  }
  /** The calendar's jobs from one day up to, but not including, another. */
  const run = async (from: CalendarDate, toDay: CalendarDate) => {
    for (let day = from; day < toDay; day = addDays(day, 1)) await runDay(day, schedulers)
  }
  /** The same in months without a wave: one look a day is enough, of each scheduler in its turn. */
  const runInTurns = async (from: CalendarDate, toDay: CalendarDate) => {
    for (let day = from, turn = 0; day < toDay; day = addDays(day, 1), turn += 1)
      await runDay(day, [schedulers[turn % schedulers.length]!], LOOKS.slice(-1))
  }
  return { clock, company, arrivals, reminders, mailTests, questions, log, run, runInTurns }
}

/** The test of the year compares time zones. */
const zone = 'Europe/Berlin'
const JULY_OPENING = '2026-07-01T07:00:00Z'

it(
  'a year of two schedulers: each letter once and on time, and a missed opening asks and sends nothing',
  async () => {
    const { clock, company, arrivals, reminders, mailTests, questions, log, run, runInTurns } = await setUp(zone)
    const { store, surveyPorts } = company
    await addPerson({ store }, 'officer', 'en')
    await bringTravelers(company, PEOPLE)
    const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
    await planProgramme(surveyPorts, { plan, runs: true })
    await approveOpening(company, '2025-H2')
    const letterTo = (index: number) => arrivals.find(({ to }) => to === traveler(index))
    const answer = async (index: number) => {
      const token = tokenIn(letterTo(index), 's')
      const fields = { overall: '5' }
      const receipt = newReceipt(systemTokens)
      expect(await recordAnswer(surveyPorts, { token, receipt, locale: 'en', fields })).toMatchObject({ ok: true })
    }
    const closedOn = async (period: PeriodKey) => dateAt((await store.survey.wave(period))?.closedAt ?? 0, zone)
    const lettersTo = (index: number) => arrivals.filter(({ to }) => to === traveler(index)).map(({ day }) => day)

    // The first days of January are off; Sunday the 4th is worked in exchange.
    await run('2025-12-20', '2026-01-05')
    expect(arrivals.map(({ day }) => day)).toEqual(Array.from({ length: PEOPLE - 1 }, () => '2026-01-04'))
    await answer(SOON)
    await run('2026-01-05', '2026-01-11')
    await answer(LATER)
    await unsubscribe(surveyPorts, { token: tokenIn(letterTo(LEAVES), 'u') })
    await run('2026-01-11', '2026-02-08')
    await runInTurns('2026-02-08', '2026-06-01')
    expect(await store.survey.wave('2025-H2')).toMatchObject({ status: 'unlinked' })
    expect(await store.survey.funnel('2025-H2')).toMatchObject({ invited: PEOPLE, delivered: PEOPLE, answered: 2 })
    const january = ['2026-01-04', '2026-01-09', '2026-01-14']
    const slow = ['2026-01-08', '2026-01-13', '2026-01-18']
    expect(lettersTo(SOON)).toEqual(january.slice(0, 1))
    for (const index of [LATER, LEAVES]) expect(lettersTo(index)).toEqual(january.slice(0, 2))
    expect(lettersTo(SLOW)).toEqual(slow)
    for (let index = SLOW + 1; index < PEOPLE; index += 1) expect(lettersTo(index)).toEqual(january)

    // Forty days of downtime, including 1 July.
    await bringTravelers(company, PEOPLE, '2026-05')
    await run('2026-06-01', '2026-06-25')
    const arrivalsBefore = arrivals.length
    await run('2026-08-04', '2026-08-10')
    expect(arrivals.slice(arrivalsBefore).map(({ to, day }) => [to, day])).toEqual([[OFFICER, '2026-08-04']])
    expect(await store.survey.wave('2026-H1')).toBeNull()
    expect(await store.survey.openingQuestions()).toMatchObject([
      { period: '2026-H1', reason: 'late', dueAt: Date.parse(JULY_OPENING) },
    ])

    // The officer opens it now; it runs like the one before.
    clock.set(momentOn('2026-08-10', 8, zone))
    const closesOn = addDays(dateAt(clock.now(), zone), plan.daysOpen)
    expect(await openWave(surveyPorts, { period: '2026-H1', mode: 'census', closesOn })).toMatchObject({ ok: true })
    await run('2026-08-10', '2026-09-14')
    await runInTurns('2026-09-14', '2026-12-21')
    expect(await store.survey.openingQuestions()).toEqual([])
    const august = arrivals.slice(arrivalsBefore + 1).filter(({ to }) => to !== OFFICER)
    const times = new Map<string, string[]>()
    for (const { to, day } of august) times.set(to, [...(times.get(to) ?? []), day])
    expect(times.size).toBe(PEOPLE - 1)
    for (const days of times.values()) expect(days).toEqual(['2026-08-10', '2026-08-15', '2026-08-20'])
    expect(await store.survey.funnel('2026-H1')).toMatchObject({
      wave: { status: 'unlinked' },
      invited: PEOPLE - 1,
      reminded: inLetterSteps(PEOPLE - 1),
      remindedAgain: inLetterSteps(PEOPLE - 1),
    })

    // Once after each close the certificate of unlinking, and in between the question.
    const lastDays = [await closedOn('2025-H2'), await closedOn('2026-H1')]
    expect(arrivals.filter(({ to }) => to === OFFICER).map(({ day }) => day)).toEqual([
      lastDays[0],
      '2026-08-04',
      lastDays[1],
    ])
    expect(new Set(arrivals.map(messageIdOf)).size).toBe(arrivals.length)
    expect(reminders.map(({ to }) => to)).toEqual(Array(reminders.length).fill(OFFICER))
    expect(reminders.map(({ day }) => day.slice(5))).toEqual(REMINDED)
    // On the last day before July nothing ran.
    const tested = ['2025-12-28', '2026-01-03', '2026-06-24']
    expect(mailTests.map(({ to, day }) => [to, day])).toEqual(tested.map((day) => [OFFICER, day]))
    // Nobody is asked about the missed reminder of July: that of August comes the next day.
    expect(questions).toEqual([])
    expect(log.filter(({ event }) => event === 'job-failed')).toEqual([])
    expect(log.filter(({ event }) => event === 'wave-opening')).toEqual([
      { event: 'wave-opening', period: '2025-H2', outcome: 'opened', late: false },
      { event: 'wave-opening', period: '2026-H1', outcome: 'asked late', late: true },
    ])
  },
  PATIENCE_MS,
)
