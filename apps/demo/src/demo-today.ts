import type { Progress } from '@wayproof/command-line/progress'
import { addDays, addMonths, dateAt, earlier } from '@wayproof/kernel/calendar/calendar-date'
import {
  firstDay,
  type PeriodKey,
  parsePeriod,
  periodKey,
  periodOf,
  previousPeriod,
} from '@wayproof/kernel/calendar/period'
import type { Locale } from '@wayproof/kernel/people/locale'
import { type NewUser, type OfficerAtWork, officer } from '@wayproof/local-stack/clients/officer'
import { type ReportingClient, reportingClient } from '@wayproof/local-stack/clients/reporting-client'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import type { Messages } from '@wayproof/messages/en'
import { consentedTravelers } from '@wayproof/sample-company/consented-travelers'
import { satisfiedBefore } from '@wayproof/sample-company/past'
import {
  approvingOfficer,
  auditNote,
  checkedPoints,
  executives,
  firstOfficer,
  sampleAuditor,
  visitingTraveler,
} from '@wayproof/sample-company/people'
import { sampleReports } from '@wayproof/sample-company/reports'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import { answerSurvey, closedCount, type DemoResult, summariesIn } from './demo-run.ts'
import { TIME_ZONE } from './history/open-past.ts'
import { afterSecondHalf, type Timeline, travelersOf } from './history/timeline.ts'
import type { PastFigures } from './history/write-history.ts'
import { auditFigure, beginAudit } from './people/auditor.ts'
import { changeRules } from './people/change-rules.ts'
import { readComments } from './people/read-comments.ts'
import { report } from './people/report.ts'
import { openByTwo } from './people/second-officer.ts'

/** The policy of the sample company is assessed every half-year. */
const ASSESSED_DAYS_AGO = 30

const signedIn = async (stack: LocalStack, { email, password }: NewUser): Promise<ReportingClient> => {
  const client = reportingClient(stack.reportingUrl)
  await client.signIn(email, password)
  return client
}

/** The figures of the half-year that was judged last, which the history has. */
export async function judgedHalf(stack: LocalStack, history: readonly PastFigures[]): Promise<DemoResult> {
  const judged = history.at(-1)
  if (!judged) throw new Error('no half-year of the past was judged')
  const atWork = officer(await signedIn(stack, firstOfficer))
  const { period } = judged
  const funnel = await atWork.funnel(period)
  return {
    ...{
      period,
      sent: funnel.invited,
      delivered: closedCount(funnel.delivered),
      answers: closedCount(funnel.answered),
    },
    ...{ scorecard: await atWork.scorecard(period), summaries: [], history: history.slice(0, -1), signInLink: '' },
  }
}

/** The survey that is open today, about `period`, and the summaries that were mailed. */
export interface OpenSurvey {
  readonly period: PeriodKey
  readonly invited: number
  readonly summaries: DemoResult['summaries']
}

/**
 * Opens the survey about the half-year that ended last, over HTTP and SMTP: some travelers answer at once, and the rest keep
 * their invitations. The summary is mailed, the executive has one decision left, and the judged half-year has its comments
 * and samples.
 */
export async function playToday(
  stack: LocalStack,
  timeline: Timeline,
  locale: Locale,
  progress: Progress,
  words: Messages['commands'],
): Promise<OpenSurvey> {
  const { company, open, today } = timeline
  const atWork = officer(await signedIn(stack, firstOfficer))
  const deputy = officer(await signedIn(stack, approvingOfficer))
  await atWork.confirm({ ...checkedPoints, assessedOn: addDays(today, -ASSESSED_DAYS_AGO) })
  await atWork.testMail()
  await delivered(atWork, () => {})
  await importTravelers(atWork, timeline, locale)

  progress.step(words.demo.opening(open))
  await openByTwo([atWork, deputy], open, earlier(addMonths(today, 1), latestClosingDay(today)))
  await delivered(atWork, ({ sent, queued }) => progress.detail(words.demo.delivering(sent, sent + queued)))
  progress.step(words.demo.answering)
  const satisfied = satisfiedBefore(company.outlook.satisfied, -afterSecondHalf(timeline))
  await answerSurvey(stack.sink.mails, { seed: company.seed, satisfied, timing: 'at-once' }, progress, words)

  progress.step(words.demo.summing(open))
  const mailCount = stack.sink.mails.length
  await atWork.mailSummary(open)
  await delivered(atWork, () => {})
  const summaries = await summariesIn(stack, mailCount)
  await decideAllButOne(await signedIn(stack, executives[0]), open)
  await changeRules([atWork, deputy], periodKey(periodOf('half-year', today)), 'P01')
  for (const sampleReport of sampleReports) await report(stack.surveyUrl, sampleReport)
  const judged = periodKey(previousPeriod(parsePeriod(open)!))
  await readComments(atWork, judged)
  const auditing = await signedIn(stack, sampleAuditor)
  await auditFigure(auditing, { figure: 'partner-audit', period: judged, note: auditNote })
  await beginAudit(auditing, 'staff-training', judged)
  const { invited } = await atWork.funnel(open)
  return { period: open, invited, summaries }
}

/** The travelers of the half-year, and one whose invitation the visitor answers. */
async function importTravelers(atWork: OfficerAtWork, timeline: Timeline, locale: Locale): Promise<void> {
  const text = travelersOf(timeline)
  const month = firstDay(parsePeriod(timeline.open)!).slice(0, 7)
  const visitor = ['C90001', visitingTraveler, locale, 'group', 'app', 'east', month, 'yes']
  const own = consentedTravelers([visitor]).split('\n').slice(1).join('\n')
  await atWork.importFile('travelers', new Blob([text, own]), { fileName: 'travelers.csv' })
}

/** The executive approves what the summary asks for, except the last of it. */
async function decideAllButOne(executive: ReportingClient, period: PeriodKey): Promise<void> {
  const answer = await executive.query<{ asked: readonly { goal: string }[] } | null>('decision.asked', { period })
  for (const { goal } of (answer?.asked ?? []).slice(0, -1))
    await executive.mutate('decision.decide', { period, goal, choice: 'approved', comment: '' })
}

/** The timeline's day of a moment. */
export const todayOf = (now: number): string => dateAt(now, TIME_ZONE)
