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
  type Newcomer,
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
  const of = Number(today.slice(0, 4))
  return periodKey(hasEnded(halfYear(of, 2), today) ? halfYear(of, 2) : halfYear(of - 1, 2))
}

/** Runs a half-year of the sample company over HTTP and SMTP, as its officer and its travelers. */
export async function runDemo(
  stack: LocalStack,
  seed: string,
  now: number,
  say: Progress,
  words: Messages['commands'],
): Promise<DemoResult> {
  const today = dateAt(now, 'Asia/Shanghai')
  const period = demoPeriod(today)
  const company = sampleCompany(seed, parsePeriod(period)!.year)
  const { atWork, executive } = await prepare(stack, company, say, words)
  const other = await secondOfficer(stack, [atWork, executive], approvingOfficer)
  await changeRules([atWork, other], periodKey(periodOf('half-year', today)), 'P01')

  say.step(words.demo.opening(period))
  await atWork.openWave(period, earlier(addMonths(today, 1), latestClosingDay(today)))
  await delivered(atWork, ({ sent, queued }) => say.detail(words.demo.delivering(sent, sent + queued)))
  say.step(words.demo.answering)
  const { asked, answered } = await answer(stack.sink.mails, company, 'at-once', say, words)
  say.step(words.demo.reminding)
  const reminders = asked - answered
  const arrived = arrivals(stack.sink.mails)
  await atWork.remind(period)
  // The dashboard counts no reminders, because each goes to a person who has not answered.
  await arrived(reminders, (sent) => say.detail(words.demo.delivering(sent, reminders)))
  await answer(stack.sink.mails, company, 'after-reminder', say, words)
  say.step(words.demo.closing)
  // The demo does not wait for the last day, and an earlier close needs two officers.
  await closeAtOnce([atWork, other], period, closingReason)
  const funnel = await atWork.funnel(period)
  await readComments(atWork, period)
  await atWork.choose(period, improvement)

  say.step(words.demo.judging(period))
  const scorecard = await atWork.scorecard(period)
  const before = stack.sink.mails.length
  await atWork.mailSummary(period)
  await delivered(atWork, () => {})
  const summaries = await summariesIn(stack, before)
  const auditor = await accept(stack.reportingUrl, await invitationLink(stack.sink, sampleAuditor.email), sampleAuditor)
  await auditFigure(auditor, { figure: 'partner-audit', period, note: auditNote })
  await beginAudit(auditor, 'staff-training', period)
  await atWork.invite(visitor, 'officer', 'en')
  await confirmAppointment(other, visitor)
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
  say: Progress,
  words: Messages['commands'],
): Promise<{ readonly atWork: OfficerAtWork; readonly executive: ReportingClient }> {
  say.step(words.demo.settingUp)
  const atWork = officer(await accept(stack.reportingUrl, stack.firstOfficerLink, firstOfficer))
  await atWork.organise({
    ...organisationNames,
    programmeStart: firstDay(halfYear(company.year - 1, 1)),
    baselineYear: null,
    sample: true,
  })
  await atWork.confirm(checkedPoints)
  say.step(words.demo.importing(Object.keys(company.files).length))
  for (const [register, text] of Object.entries(company.files)) {
    const { rows } = await atWork.importFile(register, new Blob([text]), { fileName: `${register}.csv` })
    say.detail(words.demo.imported(register, rows))
  }
  for (const { email, locale } of executives) await atWork.invite(email, 'executive', locale)
  await atWork.invite(sampleAuditor.email, 'auditor', sampleAuditor.locale)
  await atWork.invite(caseHandler.email, 'case-handler', caseHandler.locale)
  // Meets the checklist item that a mail server accepts letters.
  await atWork.testMail()
  await delivered(atWork, () => {})
  const join = async (reader: Newcomer) =>
    accept(stack.reportingUrl, await invitationLink(stack.sink, reader.email), reader)
  const [executive] = [await join(executives[0]), await join(executives[1])]
  // There is only one officer, so another person has to confirm the appointment.
  await confirmAppointment(executive, caseHandler.email)
  await join(caseHandler)
  for (const told of sampleReports) await report(stack.surveyUrl, told)
  return { atWork, executive }
}

async function answer(
  mails: readonly Mail[],
  company: SampleCompany,
  when: 'at-once' | 'after-reminder',
  say: Progress,
  words: Messages['commands'],
): Promise<{ readonly asked: number; readonly answered: number }> {
  const readers = new Map(mails.flatMap((mail) => (surveyLink(mail) ? [[mail.to, surveyLink(mail)!] as const] : [])))
  const willing = [...readers].flatMap(([email, link]) => {
    const reaction = reactionOf(company.seed, email, company.outlook.satisfied)
    return reaction.answers === when ? [{ link, reaction }] : []
  })
  let done = 0
  await each(willing, 8, async ({ link, reaction }) => {
    await visit(link, (question, offered) =>
      offered.length > 0 ? reaction.choose(question, offered) : reaction.comment,
    )
    say.detail(words.demo.answered(++done, willing.length))
  })
  return { asked: readers.size, answered: willing.length }
}

/** A figure of a closed wave, which is exact. */
function closedCount(figure: number | null): number {
  if (figure === null) throw new Error('the wave is not closed')
  return figure
}

/** The letters after the first `before` ones, once both languages are among them. */
async function summariesIn(stack: LocalStack, before: number): Promise<DemoResult['summaries']> {
  const to = (mail: Mail) => executives.find(({ email }) => email === mail.to)
  for (let tries = 0; tries < 100; tries++) {
    const found = stack.sink.mails.slice(before).flatMap((mail) => {
      const reader = to(mail)
      return reader ? [{ locale: reader.locale, to: mail.to }] : []
    })
    if (found.length === executives.length) return found.toSorted((a, b) => b.locale.localeCompare(a.locale))
    await wait(100)
  }
  throw new Error('the executive summaries did not arrive')
}
