import type { Progress } from '@wayproof/command-line/progress'
import { confirmEmptyMonth } from '@wayproof/evidence/empty-months/confirm-empty-month'
import { closeCase } from '@wayproof/evidence/rights/close-case'
import { recordCase } from '@wayproof/evidence/rights/record-case'
import { sendAnswer } from '@wayproof/evidence/rights/send-answer'
import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { publishQuestionnaire } from '@wayproof/forms/questionnaire/publish-questionnaire'
import { addDays, addMonths, type CalendarDate, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, lastDay, nextPeriod, type PeriodKey, periodKey } from '@wayproof/kernel/calendar/period'
import { lacksHolidays } from '@wayproof/kernel/calendar/working-day'
import type { Instant } from '@wayproof/kernel/clock'
import { newSecretCode } from '@wayproof/kernel/secrets/secret-code'
import { mailDeadlines } from '@wayproof/letters/deadlines/mail-deadlines'
import { reviewEditions } from '@wayproof/letters/editions/review-editions'
import type { Messages } from '@wayproof/messages/en'
import { agreeAction } from '@wayproof/oversight/actions/agree-action'
import { sampleActions, sampleCases } from '@wayproof/sample-company/loaded/cases'
import { organisationNames } from '@wayproof/sample-company/people'
import { DEFAULT_EDITION_SETTINGS } from '@wayproof/scorecard/editions/edition-settings'
import { monthsOver } from '@wayproof/scorecard/goals/equal-parts'
import { readScorecard } from '@wayproof/scorecard/read-scorecard'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { importKnown } from './known-rows.ts'
import { closingPorts, done, openPast, type Past, type PastPlace, surveyPorts } from './open-past.ts'
import { closeHalf } from './past-closing.ts'
import { holdPlanned, planFirst, reportOutcomes } from './past-meeting.ts'
import { as, hirePeople, type PastPeople } from './past-people.ts'
import { deliverAll, holdWave } from './past-wave.ts'
import { filesOf, type Timeline } from './timeline.ts'

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
/** Days after a half-year on which summaries are sent: the preliminary one, and that of record. */
const SUMMARIES_AFTER = [8, 54]
/** Actions that are due within this many days have an outcome. */
const DONE_AHEAD = 8

interface Event {
  readonly day: string
  readonly hour: number
  happen(): Promise<unknown>
}

/**
 * Writes the past of a company into an empty database, at a clock of the past: its people, registers, waves, closings,
 * summaries, meetings, actions and mailed deadlines. Nothing else may use the database. No letter is left to be sent.
 */
export async function writeHistory(
  place: PastPlace,
  timeline: Timeline,
  now: Instant,
  progress: Progress,
  words: Messages['commands'],
): Promise<readonly PastFigures[]> {
  const { start } = timeline
  const past = await openPast(place, start)
  try {
    progress.step(words.demo.remembering(start))
    const people = await setUp(past, timeline)
    for (const { day, hour, happen } of eventsOf({ past, people, timeline })) {
      progress.detail(day)
      past.clock.moveTo(day, hour)
      await happen()
    }
    await past.store.auditLog.chainNew(past.clock.now())
    await past.store.trustedClock.trust(now, { agrees: false, afterGap: false })
    return await figuresOf(past, timeline)
  } finally {
    await past.store.close()
  }
}

async function setUp(past: Past, { start, today }: Timeline): Promise<PastPeople> {
  const people = await hirePeople(past)
  const { store } = past
  await as(past, people.officer, async () => {
    await store.organisation.save({ ...organisationNames, programmeStart: start, baselineYear: null, sample: true })
    await store.editions.saveSettings(
      { ...DEFAULT_EDITION_SETTINGS, preliminary: true },
      people.officer.name,
      past.clock.now(),
    )
    await store.survey.saveProgramme({ ...DEFAULT_PROGRAMME, localHolidays: daysOffUntil(start, today) })
  })
  done(await publishQuestionnaire(surveyPorts(past), { questionnaire: DEFAULT_QUESTIONNAIRE }))
  await mailSummaries(past, start)
  return people
}

/** New Year's Day of the years until next year whose public holidays nobody has announced. */
function daysOffUntil(start: CalendarDate, today: CalendarDate): readonly CalendarDate[] {
  const [from, to] = [Number(start.slice(0, 4)), Number(today.slice(0, 4)) + 1]
  const years = Array.from({ length: to - from + 1 }, (_, index) => from + index)
  return years.filter(lacksHolidays).map((year) => `${year}-01-01`)
}

interface Story {
  readonly past: Past
  readonly people: PastPeople
  readonly timeline: Timeline
}

const every = (months: number, from: string, until: string): readonly string[] => {
  const days: string[] = []
  for (let day = from; day < until; day = addMonths(from, months * days.length)) days.push(day)
  return days
}

/** Everything that happened before `today`, in the order of its days. */
function eventsOf(story: Story): readonly Event[] {
  const { past, people, timeline } = story
  const { officer } = people
  const { company, start, halves, today, isCurrent } = timeline
  const files = filesOf(timeline)
  const lastHalf = halves.at(-1)?.half
  const lastImport = isCurrent || !lastHalf ? today : addDays(firstDay(nextPeriod(lastHalf)), IMPORT_AFTER + 1)
  const firstMeeting = `${start.slice(0, 4)}-${FIRST_MEETING}`
  const events: Event[] = [
    ...every(3, addDays(start, IMPORT_AFTER), lastImport).map((day) => ({
      ...{ day, hour: 9 },
      happen: () => importKnown(past, officer, { files, isSettled: false }),
    })),
    ...every(1, addDays(start, IMPORT_AFTER), lastImport).map((day) => ({
      ...{ day, hour: 11 },
      happen: () => recordIncidents(story, files),
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
    ...halves.flatMap(({ half }, number) => {
      const after = (days: number) => addDays(lastDay(half), days)
      return [
        ...SUMMARIES_AFTER.map((days) => ({ day: after(days), hour: 8, happen: () => mailSummaries(past, start) })),
        {
          ...{ day: after(CLOSING_AFTER), hour: 15 },
          happen: async () => {
            await closeHalf(past, people, periodKey(half), number)
            await mailSummaries(past, start)
          },
        },
      ]
    }),
    ...every(1, `${start.slice(0, 8)}${DIGEST_DAY}`, today).map((day) => ({
      ...{ day, hour: 12 },
      happen: () => mailDue(past),
    })),
    ...(isCurrent ? lately(story, files) : []),
  ]
  return events
    .filter(({ day }) => day < today)
    .sort((a, b) => (a.day === b.day ? a.hour - b.hour : a.day < b.day ? -1 : 1))
}

/** IT security records the incidents of a month soon after it, and confirms the months that had none. */
async function recordIncidents({ past, people, timeline }: Story, files: ReturnType<typeof filesOf>): Promise<void> {
  const ofIncidents = files.filter(([register]) => register === 'incidents' || register === 'incident-notices')
  await importKnown(past, people.officer, { files: ofIncidents, isSettled: false })
  await confirmEmptyMonths(past, people, timeline.start)
}

/** The last days: fresh registers, requests, one late task and one that is due this week. */
function lately({ past, people, timeline }: Story, files: ReturnType<typeof filesOf>): readonly Event[] {
  const { start, today, halves } = timeline
  const yesterday = addDays(today, -1)
  const lastEnded = halves.at(-1)?.half
  const preliminary = lastEnded ? addDays(lastDay(nextPeriod(lastEnded)), SUMMARIES_AFTER[0] ?? 0) : today
  return [
    { day: preliminary, hour: 8, happen: () => mailSummaries(past, start) },
    {
      ...{ day: yesterday, hour: 16 },
      happen: async () => {
        await importKnown(past, people.officer, { files, isSettled: true })
        await confirmEmptyMonths(past, people, start)
        await reportOutcomes(past, people, addDays(today, DONE_AHEAD), false)
        await recordCases(past, people, today)
        await agreeActionOnFinding(past, people, today)
        await mailDue(past)
      },
    },
  ]
}

async function mailDue(past: Past): Promise<void> {
  const { store, clock, timeZone } = past
  await mailDeadlines({ ...store, clock, timeZone }, 'digest')
  await deliverAll(past)
  await store.auditLog.chainNew(clock.now())
}

async function figuresOf(past: Past, { halves }: Timeline): Promise<readonly PastFigures[]> {
  const figures: PastFigures[] = []
  for (const { half } of halves) {
    const period = periodKey(half)
    const funnel = await past.store.survey.funnel(period)
    const { verdicts } = done(await readScorecard(closingPorts(past), { period }))
    if (!funnel || funnel.answered === null) throw new Error(`the wave of ${period} is not closed`)
    figures.push({ period, sent: funnel.invited, answers: funnel.answered, verdicts })
  }
  return figures
}

/** Address of the dashboard in letters of the past: the first port that the demo tries. */
const REPORTING_URL = 'http://127.0.0.1:4311'

/** Sends the summaries that are due by now, without a PDF. The first call only begins the schedule. */
async function mailSummaries(past: Past, start: CalendarDate): Promise<void> {
  const { editions, organisation, survey } = past.store
  await reviewEditions({ ...closingPorts(past), editions, organisation, survey, reportingUrl: REPORTING_URL }, start)
  await deliverAll(past)
}

/** IT security confirms that nothing happened in each month without an incident, from the year before the program on. */
async function confirmEmptyMonths(past: Past, { owners, officer }: PastPeople, start: CalendarDate): Promise<void> {
  const { store, clock, timeZone } = past
  const keeper = owners.find(({ role }) => role === 'it-security') ?? officer
  const yesterday = addDays(dateAt(clock.now(), timeZone), -1)
  const [first, last] = [Number(start.slice(0, 4)) - 1, Number(yesterday.slice(0, 4))]
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n)
  const months = await store.emptyMonths.months(
    'incidents',
    years.flatMap((year) => monthsOver(year, yesterday)),
  )
  const ports = { emptyMonths: store.emptyMonths, clock, timeZone }
  for (const { month, rows, confirmed } of months) {
    if (rows > 0 || confirmed !== null) continue
    const command = { register: 'incidents', month, by: keeper.name } as const
    done(await as(past, keeper, () => confirmEmptyMonth(ports, command)))
  }
}

/** The action that is due this week. */
const [, DUE_THIS_WEEK] = sampleActions

/** An officer records the requests of travelers, of which one is late, on the day before `today`. */
async function recordCases(past: Past, { officer }: PastPeople, today: string): Promise<void> {
  const { store, clock, ids, tokens, keyring, timeZone } = past
  for (const { daysAgo, answer, ...request } of sampleCases)
    await as(past, officer, async () => {
      const id = ids.next()
      const ports = { rights: store.rights, clock, ids: { next: () => id }, tokens, keyring, timeZone }
      const received = { receivedOn: addDays(today, -daysAgo), identityChecked: request.contact !== null }
      const formCode = newSecretCode(tokens)
      const recorded = { ...request, ...received, formCode, by: officer.name, founded: null }
      done(await recordCase(ports, recorded))
      if (!answer) return
      done(await sendAnswer(ports, { id, text: answer.text, purpose: 'answer' }))
      done(await closeCase(ports, { id, outcome: answer.outcome }))
    })
}

/** Agrees an action because of an open finding of an audit. It is due within a week of `today`. */
async function agreeActionOnFinding(past: Past, { officer }: PastPeople, today: string): Promise<void> {
  const { store, clock, ids, timeZone } = past
  const finding = (await store.actionList.openFindings()).find(({ kind }) => kind === 'audit-finding')
  if (!finding) throw new Error('no finding of an audit is open')
  const { dueIn, ...text } = DUE_THIS_WEEK
  const agreed = { ...text, dueOn: addDays(today, dueIn), origin: finding.kind, originId: finding.id }
  done(
    await as(past, officer, () =>
      agreeAction({ actionList: store.actionList, clock, ids, timeZone }, { ...agreed, by: officer.name }),
    ),
  )
}
