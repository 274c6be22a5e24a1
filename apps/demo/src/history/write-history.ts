import type { Progress } from '@wayproof/command-line'
import {
  addDays,
  addMonths,
  dateAt,
  firstDay,
  halfYear,
  type Instant,
  lastDay,
  type PeriodKey,
  periodKey,
} from '@wayproof/kernel'
import { mailDeadlines } from '@wayproof/letters'
import type { Messages } from '@wayproof/messages'
import { organisationNames, pastFiles, type SampleCompany } from '@wayproof/sample-company'
import { readScorecard, type Scorecard } from '@wayproof/scorecard'
import { DEFAULT_QUESTIONNAIRE, publishQuestionnaire } from '@wayproof/survey'
import { deliverAll } from './deliver-all.ts'
import { importKnown } from './known-rows.ts'
import { closingPorts, done, openPast, type Past, type PastPlace, surveyPorts, TIME_ZONE } from './open-past.ts'
import { closeHalf } from './past-closing.ts'
import { holdPlanned, planFirst } from './past-meeting.ts'
import { as, hirePeople, type PastPeople } from './past-people.ts'
import { holdWave, PAST_WAVES } from './past-wave.ts'

/** A past half-year as the demo reports it. */
export interface PastFigures {
  readonly period: PeriodKey
  readonly sent: number
  readonly answers: number
  readonly verdicts: Scorecard['verdicts']
}

/** The first privacy meeting, and the day of each month on which deadlines are mailed. */
const [FIRST_MEETING, DIGEST_DAY] = ['02-19', '28']
const MONTHS_BETWEEN_MEETINGS = 3
/** Registers are imported this many days after a quarter, and a half-year is closed this many days after its end. */
const [IMPORT_AFTER, CLOSING_AFTER] = [6, 56]

interface Event {
  readonly day: string
  readonly hour: number
  happen(): Promise<unknown>
}

/**
 * Writes the time before the half-year that the demo plays into an empty database, at a clock of the past: the people,
 * registers, waves, closings, meetings, actions and mailed deadlines of three half-years, and the meetings since. Nothing
 * else may use the database. No letter is left to be sent.
 */
export async function writeHistory(
  place: PastPlace,
  company: SampleCompany,
  now: Instant,
  progress: Progress,
  words: Messages['commands'],
): Promise<readonly PastFigures[]> {
  const start = firstDay(halfYear(company.year - 1, 1))
  const past = await openPast(place, start)
  try {
    progress.step(words.demo.remembering(start))
    const people = await setUp(past, start)
    for (const { day, hour, happen } of eventsOf({ past, people, company, start }, dateAt(now, TIME_ZONE))) {
      progress.detail(day)
      past.clock.moveTo(day, hour)
      await happen()
    }
    await past.store.auditLog.chainNew(past.clock.now())
    await past.store.trustedClock.trust(now, { agrees: false, afterGap: false })
    return await figuresOf(past, company)
  } finally {
    await past.store.close()
  }
}

async function setUp(past: Past, start: string): Promise<PastPeople> {
  const people = await hirePeople(past)
  const { store } = past
  await as(past, people.officer, () =>
    store.organisation.save({ ...organisationNames, programmeStart: start, baselineYear: null, sample: true }),
  )
  done(await publishQuestionnaire(surveyPorts(past), { questionnaire: DEFAULT_QUESTIONNAIRE }))
  return people
}

const halvesOf = ({ year }: SampleCompany) =>
  [halfYear(year - 1, 1), halfYear(year - 1, 2), halfYear(year, 1)].map((half, index) => ({
    half,
    ago: PAST_WAVES - index,
  }))

interface Story {
  readonly past: Past
  readonly people: PastPeople
  readonly company: SampleCompany
  readonly start: string
}

/** Everything that happened before `today`, in the order of its days. */
function eventsOf({ past, people, company, start }: Story, today: string): readonly Event[] {
  const { officer } = people
  const files = [...Object.entries(pastFiles(company.seed, company.year)), ...Object.entries(company.files)]
  const halves = halvesOf(company)
  const lastImport = addDays(firstDay(halfYear(company.year, 2)), IMPORT_AFTER)
  const every = (months: number, from: string, until: string) => {
    const days: string[] = []
    for (let day = from; day < until; day = addMonths(from, months * days.length)) days.push(day)
    return days
  }
  const firstMeeting = `${start.slice(0, 4)}-${FIRST_MEETING}`
  const events: Event[] = [
    ...every(3, addDays(start, IMPORT_AFTER), addDays(lastImport, 1)).map((day) => ({
      ...{ day, hour: 9 },
      happen: () => importKnown(past, officer, files),
    })),
    { day: addDays(start, IMPORT_AFTER), hour: 10, happen: () => planFirst(past, people, firstMeeting) },
    ...halves.map((half) => ({
      ...{ day: addDays(lastDay(half.half), IMPORT_AFTER + 1), hour: 9 },
      happen: () => holdWave(past, people, company, half),
    })),
    ...every(MONTHS_BETWEEN_MEETINGS, firstMeeting, today).map((day) => ({
      ...{ day, hour: 10 },
      happen: () => holdPlanned(past, people, start),
    })),
    ...halves.map(({ half }, number) => ({
      ...{ day: addDays(lastDay(half), CLOSING_AFTER), hour: 15 },
      happen: () => closeHalf(past, people, periodKey(half), number),
    })),
    ...every(1, `${start.slice(0, 8)}${DIGEST_DAY}`, today).map((day) => ({
      ...{ day, hour: 12 },
      happen: () => mailDue(past),
    })),
  ]
  return events
    .filter(({ day }) => day < today)
    .sort((a, b) => (a.day === b.day ? a.hour - b.hour : a.day < b.day ? -1 : 1))
}

async function mailDue(past: Past): Promise<void> {
  const { store, clock, timeZone } = past
  await mailDeadlines({ ...store, clock, timeZone }, 'digest')
  await deliverAll(past)
  await store.auditLog.chainNew(clock.now())
}

async function figuresOf(past: Past, company: SampleCompany): Promise<readonly PastFigures[]> {
  const figures: PastFigures[] = []
  for (const { half } of halvesOf(company)) {
    const period = periodKey(half)
    const funnel = await past.store.survey.funnel(period)
    const { verdicts } = done(await readScorecard(closingPorts(past), { period }))
    if (!funnel || funnel.answered === null) throw new Error(`the wave of ${period} is not closed`)
    figures.push({ period, sent: funnel.invited, answers: funnel.answered, verdicts })
  }
  return figures
}
