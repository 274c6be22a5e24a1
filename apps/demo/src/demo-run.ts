import { setTimeout as wait } from 'node:timers/promises'
import type { Progress } from '@wayproof/command-line'
import {
  addMonths,
  dateAt,
  earlier,
  firstDay,
  halfYear,
  hasEnded,
  type PeriodKey,
  parsePeriod,
  periodKey,
  periodOf,
} from '@wayproof/kernel'
import type { LocalStack, Mail, ReportingClient } from '@wayproof/local-stack'
import {
  accept,
  arrivals,
  delivered,
  each,
  invitationLink,
  type NewUser,
  type OfficerAtWork,
  officer,
  surveyLink,
  visit,
} from '@wayproof/local-stack'
import type { Messages } from '@wayproof/messages'
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
  reactionOf,
  type SampleCompany,
  sampleAuditor,
  sampleCompany,
  sampleReports,
  visitor,
} from '@wayproof/sample-company'
import type { Scorecard } from '@wayproof/scorecard'
import { latestClosingDay } from '@wayproof/survey'
import { auditFigure, beginAudit } from './people/auditor.ts'
import { changeRules } from './people/change-rules.ts'
import { readComments } from './people/read-comments.ts'
import { report } from './people/report.ts'
import { closeAtOnce, confirmAppointment, secondOfficer } from './people/second-officer.ts'

export interface DemoResult {
  readonly period: PeriodKey
  readonly sent: number
  readonly delivered: number
  readonly answers: number
  readonly scorecard: Scorecard
  readonly summaries: readonly { readonly locale: 'zh-CN' | 'en'; readonly to: string }[]
  /** Sign-in link for the person who runs the demo. */
  readonly signInLink: string
}

/** The latest second half-year that has ended, because its yearly goals are complete, too. */
function demoPeriod(today: string): PeriodKey {
  const todaysYear = Number(today.slice(0, 4))
  return periodKey(hasEnded(halfYear(todaysYear, 2), today) ? halfYear(todaysYear, 2) : halfYear(todaysYear - 1, 2))
}

/** Runs a half-year of the sample company over HTTP and SMTP, as its officer and its travelers. */
export async function runDemo(
  stack: LocalStack,
  seed: string,
  now: number,
  progress: Progress,
  words: Messages['commands'],
): Promise<DemoResult> {
  const today = dateAt(now, 'Asia/Shanghai')
  const period = demoPeriod(today)
  const company = sampleCompany(seed, parsePeriod(period)!.year)
  const { atWork, executive } = await prepare(stack, company, progress, words)
  const otherOfficer = await secondOfficer(stack, [atWork, executive], approvingOfficer)
  await changeRules([atWork, otherOfficer], periodKey(periodOf('half-year', today)), 'P01')

  progress.step(words.demo.opening(period))
  await atWork.openWave(period, earlier(addMonths(today, 1), latestClosingDay(today)))
  await delivered(atWork, ({ sent, queued }) => progress.detail(words.demo.delivering(sent, sent + queued)))
  progress.step(words.demo.answering)
  const { invitedCount, answeredCount } = await answer(stack.sink.mails, company, 'at-once', progress, words)
  progress.step(words.demo.reminding)
  const reminders = invitedCount - answeredCount
  const arrived = arrivals(stack.sink.mails)
  await atWork.remind(period)
  // The dashboard counts no reminders, because each goes to a person who has not answered.
  await arrived(reminders, (arrivedCount) => progress.detail(words.demo.delivering(arrivedCount, reminders)))
  await answer(stack.sink.mails, company, 'after-reminder', progress, words)
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
  const auditor = await accept(stack.reportingUrl, await invitationLink(stack.sink, sampleAuditor.email), sampleAuditor)
  await auditFigure(auditor, { figure: 'partner-audit', period, note: auditNote })
  await beginAudit(auditor, 'staff-training', period)
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
    signInLink: await invitationLink(stack.sink, visitor),
  }
}

async function prepare(
  stack: LocalStack,
  company: SampleCompany,
  progress: Progress,
  words: Messages['commands'],
): Promise<{ readonly atWork: OfficerAtWork; readonly executive: ReportingClient }> {
  progress.step(words.demo.settingUp)
  const atWork = officer(await accept(stack.reportingUrl, stack.firstOfficerLink, firstOfficer))
  await atWork.organise({
    ...organisationNames,
    programmeStart: firstDay(halfYear(company.year - 1, 1)),
    baselineYear: null,
    sample: true,
  })
  await atWork.confirm(checkedPoints)
  progress.step(words.demo.importing(Object.keys(company.files).length))
  for (const [register, text] of Object.entries(company.files)) {
    const { rows } = await atWork.importFile(register, new Blob([text]), { fileName: `${register}.csv` })
    progress.detail(words.demo.imported(register, rows))
  }
  for (const { email, locale } of executives) await atWork.invite(email, 'executive', locale)
  await atWork.invite(sampleAuditor.email, 'auditor', sampleAuditor.locale)
  await atWork.invite(caseHandler.email, 'case-handler', caseHandler.locale)
  // Meets the checklist item that a mail server accepts letters.
  await atWork.testMail()
  await delivered(atWork, () => {})
  const join = async (reader: NewUser) =>
    accept(stack.reportingUrl, await invitationLink(stack.sink, reader.email), reader)
  const [executive] = [await join(executives[0]), await join(executives[1])]
  // There is only one officer, so another person has to confirm the appointment.
  await confirmAppointment(executive, caseHandler.email)
  await join(caseHandler)
  for (const sampleReport of sampleReports) await report(stack.surveyUrl, sampleReport)
  return { atWork, executive }
}

async function answer(
  mails: readonly Mail[],
  company: SampleCompany,
  timing: 'at-once' | 'after-reminder',
  progress: Progress,
  words: Messages['commands'],
): Promise<{ readonly invitedCount: number; readonly answeredCount: number }> {
  const readers = new Map(mails.flatMap((mail) => (surveyLink(mail) ? [[mail.to, surveyLink(mail)!] as const] : [])))
  const willing = [...readers].flatMap(([email, link]) => {
    const reaction = reactionOf(company.seed, email, company.outlook.satisfied)
    return reaction.answers === timing ? [{ link, reaction }] : []
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
function closedCount(figure: number | null): number {
  if (figure === null) throw new Error('the wave is not closed')
  return figure
}

/** The letters after the first `mailCount` ones, once both languages are among them. */
async function summariesIn(stack: LocalStack, mailCount: number): Promise<DemoResult['summaries']> {
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
