import { setTimeout as wait } from 'node:timers/promises'
import { DEFAULT_TIME_ZONE } from '@wayproof/command-line/open-data'
import type { Progress } from '@wayproof/command-line/progress'
import { addMonths, dateAt, earlier } from '@wayproof/kernel/calendar/calendar-date'
import {
  firstDay,
  halfYear,
  hasEnded,
  type PeriodKey,
  parsePeriod,
  periodKey,
  periodOf,
} from '@wayproof/kernel/calendar/period'
import { accept, type NewUser, type OfficerAtWork, officer } from '@wayproof/local-stack/clients/officer'
import { type ReportingClient, reportingClient } from '@wayproof/local-stack/clients/reporting-client'
import { each, surveyLink, visit } from '@wayproof/local-stack/clients/visit'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { arrivals, delivered } from '@wayproof/local-stack/mail/delivery'
import { invitationLink } from '@wayproof/local-stack/mail/invitation-link'
import type { Mail } from '@wayproof/local-stack/mail/mail'
import type { Messages } from '@wayproof/messages/en'
import { type SampleCompany, sampleCompany } from '@wayproof/sample-company/company'
import {
  approvingOfficer,
  auditNote,
  caseHandler,
  checkedPoints,
  closingReason,
  executives,
  firstOfficer,
  improvement,
  organisationNames,
  sampleAuditor,
  visitingTraveler,
  visitor,
} from '@wayproof/sample-company/people'
import { sampleReports } from '@wayproof/sample-company/reports'
import { reactionOf } from '@wayproof/sample-company/travelers'
import type { Scorecard } from '@wayproof/scorecard/scorecard'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import type { PastFigures } from './history/write-history.ts'
import { auditFigure, beginAudit } from './people/auditor.ts'
import { changeRules } from './people/change-rules.ts'
import { readComments } from './people/read-comments.ts'
import { report } from './people/report.ts'
import { closeAtOnce, confirmAppointment, openByTwo, secondOfficer } from './people/second-officer.ts'

export interface DemoResult {
  readonly period: PeriodKey
  readonly sent: number
  readonly delivered: number
  readonly answers: number
  readonly scorecard: Scorecard
  readonly summaries: readonly { readonly locale: 'zh-CN' | 'en'; readonly to: string }[]
  /** Earlier half-years; none if the company began with this one. */
  readonly history: readonly PastFigures[]
  /** Sign-in link for the person who runs the demo. */
  readonly signInLink: string
}

/** The latest second half-year that has ended, because its yearly goals are complete, too. */
function demoPeriod(today: string): PeriodKey {
  const todaysYear = Number(today.slice(0, 4))
  return periodKey(hasEnded(halfYear(todaysYear, 2), today) ? halfYear(todaysYear, 2) : halfYear(todaysYear - 1, 2))
}

/** The company of a demo that runs at `now`. */
export const demoCompany = (seed: string, now: number): SampleCompany =>
  sampleCompany(seed, parsePeriod(demoPeriod(dateAt(now, DEFAULT_TIME_ZONE)))!.year)

/**
 * Runs a half-year of the sample company over HTTP and SMTP, as its officer and its travelers: of a new company, or of
 * one with the past `history`.
 */
export async function runDemo(
  stack: LocalStack,
  seed: string,
  now: number,
  progress: Progress,
  words: Messages['commands'],
  history: readonly PastFigures[] = [],
): Promise<DemoResult> {
  const today = dateAt(now, DEFAULT_TIME_ZONE)
  const period = demoPeriod(today)
  const company = demoCompany(seed, now)
  const arrive = history.length === 0 ? foundCompany : comeToWork
  const { atWork, otherOfficer, auditor } = await arrive(stack, company, progress, words)
  await changeRules([atWork, otherOfficer], periodKey(periodOf('half-year', today)), 'P01')

  progress.step(words.demo.opening(period))
  await openByTwo([atWork, otherOfficer], period, earlier(addMonths(today, 1), latestClosingDay(today)))
  await delivered(atWork, ({ sent, queued }) => progress.detail(words.demo.delivering(sent, sent + queued)))
  progress.step(words.demo.answering)
  const travelers = { seed, satisfied: company.outlook.satisfied }
  const { invitedCount, answeredCount } = await answerSurvey(
    stack.sink.mails,
    { ...travelers, timing: 'at-once' },
    progress,
    words,
  )
  progress.step(words.demo.reminding)
  const reminders = invitedCount - answeredCount
  const arrived = arrivals(stack.sink.mails)
  await atWork.remind(period)
  // The dashboard counts no reminders, because each goes to a person who has not answered.
  await arrived(reminders, (arrivedCount) => progress.detail(words.demo.delivering(arrivedCount, reminders)))
  await answerSurvey(stack.sink.mails, { ...travelers, timing: 'after-reminder' }, progress, words)
  progress.step(words.demo.closing)
  // The demo does not wait for the last day, and an earlier close needs two officers.
  await closeAtOnce([atWork, otherOfficer], period, closingReason)
  const funnel = await atWork.funnel(period)
  await readComments(atWork, period)
  await atWork.choose(period, improvement)

  progress.step(words.demo.judging(period))
  const scorecard = await atWork.scorecard(period)
  const mailCount = stack.sink.mails.length
  await atWork.mailSummary(period)
  await delivered(atWork, () => {})
  const summaries = await summariesIn(stack, mailCount)
  const auditing = await auditor()
  await auditFigure(auditing, { figure: 'partner-audit', period, note: auditNote })
  await beginAudit(auditing, 'staff-training', period)
  await atWork.invite(visitor, 'officer', 'en')
  await confirmAppointment(otherOfficer, visitor)
  await delivered(atWork, () => {})
  return {
    period,
    sent: funnel.invited,
    delivered: closedCount(funnel.delivered),
    answers: closedCount(funnel.answered),
    scorecard,
    summaries,
    history,
    signInLink: await invitationLink(stack.sink, visitor),
  }
}

interface AnsweringTravelers {
  readonly seed: string
  /** Share of the satisfied. */
  readonly satisfied: number
  readonly timing: 'at-once' | 'after-reminder'
}

/** Travelers of the sample company answer through the links in their letters; the visitor does not. */
export async function answerSurvey(
  mails: readonly Mail[],
  { seed, satisfied, timing }: AnsweringTravelers,
  progress: Progress,
  words: Messages['commands'],
): Promise<{ readonly invitedCount: number; readonly answeredCount: number }> {
  const readers = new Map(mails.flatMap((mail) => (surveyLink(mail) ? [[mail.to, surveyLink(mail)!] as const] : [])))
  const willing = [...readers].flatMap(([email, link]) => {
    const reaction = reactionOf(seed, email, satisfied)
    return reaction.answers === timing && email !== visitingTraveler ? [{ link, reaction }] : []
  })
  let visitedCount = 0
  await each(willing, 8, async ({ link, reaction }) => {
    await visit(link, (question, options) =>
      options.length > 0 ? reaction.choose(question, options) : reaction.comment,
    )
    progress.detail(words.demo.answered(++visitedCount, willing.length))
  })
  return { invitedCount: readers.size, answeredCount: willing.length }
}

/** A figure of a closed wave, which is exact. */
export function closedCount(figure: number | null): number {
  if (figure === null) throw new Error('the wave is not closed')
  return figure
}

/** The letters after the first `mailCount` ones, once both languages are among them. */
export async function summariesIn(stack: LocalStack, mailCount: number): Promise<DemoResult['summaries']> {
  const to = (mail: Mail) => executives.find(({ email }) => email === mail.to)
  for (let attempt = 0; attempt < 100; attempt++) {
    const summaries = stack.sink.mails.slice(mailCount).flatMap((mail) => {
      const reader = to(mail)
      return reader ? [{ locale: reader.locale, to: mail.to }] : []
    })
    if (summaries.length === executives.length) return summaries.toSorted((a, b) => b.locale.localeCompare(a.locale))
    await wait(100)
  }
  throw new Error('the executive summaries did not arrive')
}

/** The signed-in people who act in the demo. */
interface CompanyPeople {
  readonly atWork: OfficerAtWork
  readonly otherOfficer: OfficerAtWork
  readonly auditor: () => Promise<ReportingClient>
}

/** The first officer signs up and founds the installation: names, registers, and invitations that people accept. */
async function foundCompany(
  stack: LocalStack,
  company: SampleCompany,
  progress: Progress,
  words: Messages['commands'],
): Promise<CompanyPeople> {
  progress.step(words.demo.settingUp)
  const atWork = officer(await accept(stack.reportingUrl, stack.firstOfficerLink, firstOfficer))
  await atWork.organise({
    ...organisationNames,
    programmeStart: firstDay(halfYear(company.year - 1, 1)),
    baselineYear: null,
    sample: true,
  })
  await atWork.confirm(checkedPoints)
  await importFiles(atWork, company, progress, words)
  for (const { email, locale } of executives) await atWork.invite(email, 'executive', locale)
  await atWork.invite(sampleAuditor.email, 'auditor', sampleAuditor.locale)
  await atWork.invite(caseHandler.email, 'case-handler', caseHandler.locale)
  await proveMailServer(atWork)
  const join = async (reader: NewUser) =>
    accept(stack.reportingUrl, await invitationLink(stack.sink, reader.email), reader)
  const [executive] = [await join(executives[0]), await join(executives[1])]
  // There is only one officer, so another person has to confirm the appointment.
  await confirmAppointment(executive, caseHandler.email)
  await join(caseHandler)
  for (const sampleReport of sampleReports) await report(stack.surveyUrl, sampleReport)
  const otherOfficer = await secondOfficer(stack, [atWork, executive], approvingOfficer)
  return { atWork, otherOfficer, auditor: () => join(sampleAuditor) }
}

/** The people of a company with a past sign in, and the officer imports the rows since. */
async function comeToWork(
  stack: LocalStack,
  company: SampleCompany,
  progress: Progress,
  words: Messages['commands'],
): Promise<CompanyPeople> {
  const signIn = async ({ email, password }: NewUser) => {
    const client = reportingClient(stack.reportingUrl)
    await client.signIn(email, password)
    return client
  }
  const atWork = officer(await signIn(firstOfficer))
  await atWork.confirm(checkedPoints)
  await importFiles(atWork, company, progress, words)
  await proveMailServer(atWork)
  for (const sampleReport of sampleReports) await report(stack.surveyUrl, sampleReport)
  const otherOfficer = officer(await signIn(approvingOfficer))
  return { atWork, otherOfficer, auditor: () => signIn(sampleAuditor) }
}

async function importFiles(
  atWork: OfficerAtWork,
  { files }: SampleCompany,
  progress: Progress,
  words: Messages['commands'],
): Promise<void> {
  progress.step(words.demo.importing(Object.keys(files).length))
  for (const [register, text] of Object.entries(files)) {
    const { rows } = await atWork.importFile(register, new Blob([text]), { fileName: `${register}.csv` })
    progress.detail(words.demo.imported(register, rows))
  }
  await atWork.confirmEmptyMonths()
}

/** Meets the checklist item that a mail server accepts letters. */
async function proveMailServer(atWork: OfficerAtWork): Promise<void> {
  await atWork.testMail()
  await delivered(atWork, () => {})
}
