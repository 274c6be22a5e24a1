import type { Progress } from '@wayproof/command-line/progress'
import { firstDay, halfYear } from '@wayproof/kernel/calendar/period'
import { accept, type NewUser, type OfficerAtWork, officer } from '@wayproof/local-stack/clients/officer'
import { type ReportingClient, reportingClient } from '@wayproof/local-stack/clients/reporting-client'
import type { LocalStack } from '@wayproof/local-stack/local-stack'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import { invitationLink } from '@wayproof/local-stack/mail/invitation-link'
import type { Messages } from '@wayproof/messages/en'
import type { SampleCompany } from '@wayproof/sample-company/company'
import {
  approvingOfficer,
  caseHandler,
  checkedPoints,
  executives,
  firstOfficer,
  organisationNames,
  sampleAuditor,
} from '@wayproof/sample-company/people'
import { sampleReports } from '@wayproof/sample-company/reports'
import { report } from './report.ts'
import { confirmAppointment, secondOfficer } from './second-officer.ts'

/** The signed-in people who act in the demo. */
export interface CompanyPeople {
  readonly atWork: OfficerAtWork
  readonly otherOfficer: OfficerAtWork
  readonly auditor: () => Promise<ReportingClient>
}

/** The first officer signs up and founds the installation: names, registers, and invitations that people accept. */
export async function foundCompany(
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
export async function comeToWork(
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
