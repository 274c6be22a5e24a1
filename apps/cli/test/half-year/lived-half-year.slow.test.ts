import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { accept, officer } from '@wayproof/local-stack/clients/officer'
import { reportingClient } from '@wayproof/local-stack/clients/reporting-client'
import { each, surveyLink, visit } from '@wayproof/local-stack/clients/visit'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import { invitationLink } from '@wayproof/local-stack/mail/invitation-link'
import { openSmtpSink, type SmtpSink } from '@wayproof/local-stack/mail/smtp-sink'
import { sampleCompany } from '@wayproof/sample-company/company'
import {
  approvingOfficer,
  checkedPoints,
  departmentAccounts,
  executives,
  firstOfficer,
  improvement,
  organisationNames,
} from '@wayproof/sample-company/people'
import { reactionOf } from '@wayproof/sample-company/travelers'
import { GOALS, OWNERS } from '@wayproof/scorecard/goals/goal'
import { DEFAULT_PROGRAMME } from '@wayproof/survey/programme/programme'
import { beforeAll, expect, onTestFinished, test } from 'vitest'
import { type MadeRelease, makeRelease, type ReleasedProcess } from '../made-release.ts'
import { type Installation, prepareInstallation } from './installation.ts'

const PERIOD = '2025-H2'
/** After a week without a run an officer has to confirm the clock. */
const DAYS_BETWEEN_LOOKS = 5
/** On a loaded machine each run of the calendar takes seconds. */
const PATIENCE_MS = 900_000
const APPS = ['survey', 'reporting', 'scheduler'] as const

let made: MadeRelease
beforeAll(() => {
  made = makeRelease()
})

/** A sink for the letters of the test. */
async function openSink(): Promise<SmtpSink> {
  const sink = await openSmtpSink()
  onTestFinished(() => sink.close())
  return sink
}

const company = sampleCompany('half-year', 2025)

/** Signs up by the link in the log, imports every register, invites the others, and lets the program run. */
async function found({ reportingUrl }: Installation, sink: SmtpSink, started: ReleasedProcess) {
  const link = () => /http:\S+\/invitation\/\S+/.exec(started.output())?.[0] ?? ''
  await expect.poll(link).not.toBe('')
  const first = officer(await accept(reportingUrl, link(), firstOfficer))
  await first.organise({ ...organisationNames, programmeStart: '2024-01-01', baselineYear: null, sample: true })
  for (const [register, text] of Object.entries(company.files))
    await first.importFile(register, new Blob([text]), { fileName: `${register}.csv` })
  await first.confirm(checkedPoints)
  await first.testMail()
  const { runs: _, runsSince: __, ...plan } = DEFAULT_PROGRAMME
  await first.mutate('programme.save', { runs: true, plan })
  const join = async (
    person: (typeof executives)[number] | (typeof departmentAccounts)[number] | typeof approvingOfficer,
  ) => accept(reportingUrl, await invitationLink(sink, person.email), person)
  for (const { email, locale } of executives) await first.invite(email, 'executive', locale)
  for (const { email, role, locale } of departmentAccounts) await first.invite(email, role, locale)
  for (const person of [...executives, ...departmentAccounts]) await join(person)
  await first.invite(approvingOfficer.email, 'officer', approvingOfficer.locale)
  const executive = await signedIn(reportingUrl, executives[1])
  const { waiting } = await executive.query<{ waiting: readonly { id: string }[] }>('people.appointments')
  for (const { id } of waiting) await executive.mutate('approval.decide', { id, approve: true })
  const second = officer(await join(approvingOfficer))
  await first.mutate('programme.askOpening', undefined)
  for (const { id } of (await second.query<{ waiting: readonly { id: string }[] }>('approval.list')).waiting)
    await second.approve(id)
}

async function signedIn(
  reportingUrl: string,
  { email, password }: { readonly email: string; readonly password: string },
) {
  const client = reportingClient(reportingUrl)
  await client.signIn(email, password)
  return client
}

/** Travelers answer by the links in their letters. Returns how many did. */
async function answerAll(sink: SmtpSink, timing: 'at-once' | 'after-reminder'): Promise<number> {
  const links = new Map(sink.mails.flatMap((mail) => (surveyLink(mail) ? [[mail.to, surveyLink(mail)!] as const] : [])))
  const willing = [...links].flatMap(([email, link]) => {
    const reaction = reactionOf(company.seed, email, company.outlook.satisfied)
    return reaction.answers === timing ? [{ link, reaction }] : []
  })
  await each(willing, 8, async ({ link, reaction }) => {
    expect(
      await visit(link, (question, offered) => (offered.length > 0 ? reaction.choose(question, offered) : null)),
    ).toBe(true)
  })
  return willing.length
}

/** The improvement, actions on missed goals, the freeze, the signatures of the owners and the seal. */
async function seal({ reportingUrl }: Installation): Promise<void> {
  const atWork = officer(await signedIn(reportingUrl, firstOfficer))
  await atWork.choose(PERIOD, improvement)
  const { verdicts } = await atWork.scorecard(PERIOD)
  for (const { goal, status } of verdicts)
    if (status === 'red')
      await atWork.mutate('period.decideRemedy', {
        ...{ period: PERIOD, goal, note: 'Late.', action: 'Ask earlier.', dueOn: '2026-06-30', effect: 'In time.' },
      })
  const freeze = await atWork.mutate<string>('period.freeze', { period: PERIOD })
  for (const goal of GOALS) {
    const owner = OWNERS[goal]
    const account = departmentAccounts.find(({ role }) => role === owner) ?? firstOfficer
    const signer = await signedIn(reportingUrl, account)
    await signer.mutate('period.sign', { period: PERIOD, freeze, goal })
  }
  const second = await signedIn(reportingUrl, approvingOfficer)
  await second.mutate('period.close', { period: PERIOD, freeze })
}

/** Backs up, restores the copy beside the running installation, and checks both. */
async function restoreCopy({ folder, run, secondPlace }: Installation): Promise<void> {
  const key = join(folder, 'backup.key')
  expect(await run(['backup-key', key])).toMatchObject({ code: 0 })
  expect(await run(['backup'])).toMatchObject({ code: 0 })
  const [file] = readdirSync(join(folder, 'backups')).filter((name) => name.endsWith('.backup'))
  const restored = await secondPlace()
  expect(await run(['restore', join(folder, 'backups', file ?? ''), '--key', key], restored)).toMatchObject({ code: 0 })
  for (const command of ['verify', 'verify-anonymity'])
    for (const settings of [{}, restored]) expect(await run([command], settings)).toMatchObject({ code: 0 })
  expect(await run(['doctor', '--restore', key])).toMatchObject({ code: 0 })
  expect(await run(['doctor'])).toMatchObject({ code: 0 })
}

/** Each app printed neither a stack nor the failure of a job. */
function expectQuiet(processes: readonly ReleasedProcess[]): void {
  for (const { output } of processes)
    expect(output().match(/^ {4}at .*|.*(?:job-failed|"event":"[\w-]*failed).*|.*Cannot find.*/gm) ?? []).toEqual([])
}

test(
  'a half-year is lived in a release that has only its own folder',
  async () => {
    const sink = await openSink()
    const installation = await prepareInstallation(made, sink.port)
    const { reportingUrl, start, setClock, liveUntil, liveThrough } = installation
    const officerAtWork = async () => officer(await signedIn(reportingUrl, firstOfficer))
    const sent = async () => delivered(await officerAtWork(), () => {})
    await setClock('2025-12-31', 9)
    const together = start('start')
    await found(installation, sink, together)
    await liveThrough('2026-01-03')
    await sent()
    expect(sink.mails.filter(surveyLink)).toEqual([])

    await liveUntil('2026-01-04', 9)
    const { invited } = await (await officerAtWork()).funnel(PERIOD)
    await expect.poll(() => sink.mails.filter(surveyLink).length).toBe(invited)
    const atOnce = await answerAll(sink, 'at-once')
    expect(atOnce).toBeGreaterThan(100)

    // From here on each app is alone, as its unit or its container starts it.
    together.child.kill('SIGTERM')
    expect(await together.ended()).toEqual([0, null])
    const alone = APPS.map((app) => start(app))
    await liveThrough('2026-01-09')
    await silence(sink)
    const late = await answerAll(sink, 'after-reminder')
    await liveThrough('2026-01-14')
    await silence(sink)
    await liveThrough('2026-02-20')
    await sent()
    const closed = { wave: { status: 'unlinked' }, invited, answered: atOnce + late }
    expect(await (await officerAtWork()).funnel(PERIOD)).toMatchObject(closed)

    await seal(installation)
    await liveThrough('2026-02-25')
    await expect
      .poll(() => editionsTo(sink, executives[1].email))
      .toEqual([expect.stringContaining('of record'), expect.stringContaining('sealed')])
    for (const locale of LOCALES) {
      const { status, bytes } = await (await officerAtWork()).download(`/export/report/${PERIOD}/${locale}`)
      expect([status, bytes.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
    }
    await restoreCopy(installation)
    await liveThrough('2026-06-30', DAYS_BETWEEN_LOOKS)
    await sent()

    const letters = sink.mails.filter(surveyLink)
    expect(new Set(letters.map(({ to }) => to)).size).toBe(invited)
    expect(letters).toHaveLength(invited + (invited - atOnce) + (invited - atOnce - late))
    expect(new Set(sink.mails.map(({ headers }) => headers['message-id'])).size).toBe(sink.mails.length)
    expectQuiet([together, ...alone])
    expect(installation.otherMachines()).toBe('')
    for (const { child, ended } of alone) {
      child.kill('SIGTERM')
      expect(await ended()).toEqual([0, null])
    }
  },
  PATIENCE_MS,
)

/** Resolves when no letter has come for a second: an officer cannot see how many reminders wait. */
async function silence({ mails }: SmtpSink): Promise<void> {
  for (let seen = -1; seen !== mails.length; await wait(1000)) seen = mails.length
}

/** The subjects of the editions with a PDF that a reader got. */
const editionsTo = (sink: SmtpSink, email: string): readonly string[] =>
  sink.mails
    .filter(({ to, attachments: [first] }) => to === email && first?.type === 'application/pdf' && first.bytes > 10_000)
    .map(({ subject }) => subject)
