import type { Browser, Locator, Page } from '@playwright/test'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { readPdf } from '@wayproof/letters/pdf/testing/read-pdf'
import { day, periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { sampleCompany } from '@wayproof/sample-company/company'
import { approvingOfficer, executives, firstOfficer, improvement } from '@wayproof/sample-company/people'
import type { SealVerification } from '@wayproof/scorecard/closing/seals/seal-finding'
import { OWNERS } from '@wayproof/scorecard/goals/goal'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { type Owner, owners, signedIn } from './closing-people.ts'
import { accessFaults, pageFaults } from './page-faults.ts'
import { shownFigures, withoutBlanks } from './shown-figures.ts'
import { approveAll, letterTo, officerAtWork } from './survey-links.ts'

const { places, reportingUrl, surveyUrl } = workerStack()
const sampleYear = parsePeriod(inject('demo').period)!.year
// A year before the sample's own half-year, which other journeys read.
const period = `${sampleYear - 1}-H2`
const halfYearName = periodName(period, 'en')
const { goals, registers: fields, report, reporting } = messages('en')
const { closing, policies, registers, rows } = reporting
const reportDate = `${sampleYear - 1}-12-20`
const reason = 'The report of the late audit covers everything.'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const title = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor()
const press = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true }).click()

/** Presses a button, and the same button in the confirmation dialog. */
async function confirm(page: Page, action: string, dialogTitle: string, secondAction = action) {
  await press(page, action)
  await press(page.getByRole('dialog', { name: dialogTitle }), secondAction)
}

/** The one partner without an audit in the closing year. */
function partnerWithoutAudit(): string {
  const audits = sampleCompany('1', sampleYear).files['partner-audits']!.split('\n')
  const audited = (id: string) => audits.some((line) => line.startsWith(`${id},${sampleYear - 1}`))
  return Array.from({ length: 10 }, (_, i) => `P${String(i + 1).padStart(2, '0')}`).find((id) => !audited(id))!
}

async function importAudit(page: Page, partner: string) {
  await page.goto(`${reportingUrl}/registers/partner-audits/import`)
  const columns = 'partnerId,reportDate,result,fullScope,evidenceClass,correctivePlanOn'
  await page.locator('input[type="file"]').setInputFiles({
    name: 'late-audit.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(`${columns}\n${partner},${reportDate},pass,no,document,\n`),
  })
  await page.getByText(registers.changes, { exact: true }).click()
  const preview = page.locator('table').filter({ hasText: reporting.imports.preview })
  await preview.locator('tbody tr').filter({ hasText: partner }).getByText(reporting.imports.kinds.added).waitFor()
  await press(page, registers.confirm)
  await page.getByText(registers.done(1)).waitFor()
}

/**
 * Saves the approved text and has the website checked; the sample's sites do not exist, which is what the check
 * reports.
 */
async function watchWebsite(page: Page) {
  await page.goto(`${reportingUrl}/policies`)
  const { close } = reporting.shell
  await page.getByRole('button', { name: policies.text.title }).click()
  await page
    .getByLabel(policies.text.text, { exact: true })
    .fill('We keep what a journey needs, and nothing else.\n'.repeat(20))
  await press(page, policies.text.action)
  await page.getByText(reporting.approvals.asked).waitFor()
  await approveAll()
  await page.getByRole('button', { name: close }).click()
  const website = page.getByRole('row').filter({ hasText: policies.kinds.website })
  await website.getByRole('button').first().click()
  await page.getByRole('button', { name: /^Check now/ }).click()
  // The scheduler may have checked the page before "being checked" is drawn.
  await page
    .getByText(policies.waiting)
    .or(page.getByText(/not read/))
    .first()
    .waitFor()
  await page.getByRole('button', { name: policies.cell.trail }).click()
  await page.getByRole('heading', { level: 2, name: policies.proofs, exact: true }).waitFor()
  // Without an answer of a name server, each four pages of the day take 5 s.
  await page.getByRole('row').filter({ hasText: 'not read' }).first().waitFor()
}

/** Writes a note and an action for a goal that is off target, or for a survey that did not take place. */
async function answerFor(page: Page, goal: string, note = closing.remedy.note) {
  const { remedy } = closing
  const form = page.locator('form').filter({ has: page.getByLabel(note) })
  await form.getByLabel(remedy.goal, { exact: true }).selectOption({ label: goal })
  await form.getByLabel(note).fill('Reports came late.')
  await form.getByLabel(remedy.action, { exact: true }).fill('Ask for them a month earlier.')
  await form.getByLabel(remedy.dueOn).fill(`${sampleYear + 5}-01-31`)
  await form.getByLabel(remedy.effect).fill('All reports by December.')
  await press(form, remedy.save)
  await page.locator('ul').filter({ hasText: goal }).first().waitFor()
}

/** Changes the note on a goal; the earlier note is shown below it. */
async function changeNote(page: Page, goal: string) {
  const { remedy } = closing
  await press(page, remedy.editOf(goal))
  const form = page.locator('form').filter({ has: page.getByRole('button', { name: reporting.shell.cancel }) })
  await form.getByLabel(remedy.note).fill('Two auditors were ill.')
  for (const width of [390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    expect(await pageFaults(page, 'en')).toEqual([])
  }
  expect(await accessFaults(page)).toEqual([])
  await press(form, reporting.shell.save)
  await form.waitFor({ state: 'detached' })
  await page.getByText('Two auditors were ill.', { exact: true }).waitFor()
  await page.getByText(remedy.changed(1)).click()
  await page.getByText(`${remedy.noteBefore}: Reports came late.`).waitFor()
}

/** Every owner signs for the own goals, each in a separate window. */
async function signAll(signing: readonly Owner[]) {
  for (const { page, role } of signing) {
    await page.goto(`${reportingUrl}/closing?period=${period}`)
    for (const [goal, owner] of Object.entries(OWNERS)) {
      if (owner !== role) continue
      const name = goals.names[goal as keyof typeof OWNERS]
      await confirm(page, closing.goals.signGoal(name), closing.goals.confirmTitle(name), closing.goals.sign)
      await page.getByRole('row').filter({ hasText: name }).getByText(/, \d/).last().waitFor()
    }
  }
}

async function correctAudit(page: Page, partner: string) {
  await page.goto(`${reportingUrl}/registers/partner-audits?find=${partner}`)
  const row = page.getByRole('row').filter({ hasText: day(reportDate, 'en') })
  await row.getByRole('link').first().click()
  await press(page, rows.correct)
  await page.getByLabel(fields.fields['partner-audits'].fullScope).selectOption('yes')
  await page.getByLabel(rows.reason).fill(reason)
  await press(page, reporting.shell.save)
  const history = page.getByRole('listitem').filter({ hasText: rows.corrected })
  await history.getByText(reason).waitFor()
  await history.getByText(rows.fromTo(fields.fields['partner-audits'].fullScope, 'no', 'yes')).waitFor()
}

async function verified(...args: readonly string[]): Promise<SealVerification> {
  const { code, stdout } = await runCommand('verify', ['--json', ...args], places)
  expect(code).toBe(0)
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as SealVerification
}

test('an officer imports, monitors, closes, corrects and restates a half-year', async () => {
  const atWork = await officerAtWork()
  const partner = partnerWithoutAudit()
  await atWork.choose(period, improvement)
  const page = await signedIn(browser, firstOfficer)
  const second = await signedIn(browser, approvingOfficer)
  const signing = [{ page, role: 'privacy-officer' }, ...(await owners(browser, atWork))] as const

  await importAudit(page, partner)
  await watchWebsite(page)

  const address = `${reportingUrl}/closing?period=${period}`
  await page.goto(`${reportingUrl}/scorecard?period=${period}`)
  await page.getByRole('heading', { level: 1, name: /goals met/ }).waitFor()
  await page.goto(address)
  await title(page, closing.title.lacking(halfYearName, 2))
  const { verdicts } = await atWork.scorecard(period)
  const red = verdicts.filter(({ status }) => status === 'red')
  expect(red.map(({ goal }) => goal)).toContain('partner-audit')
  for (const { goal } of red) await answerFor(page, goals.names[goal])
  await changeNote(page, goals.names['partner-audit'])
  // The half-year has no survey: the page says so, without the check mark of a closed wave.
  await page.getByText(closing.lacks['wave-missing']).waitFor()
  await answerFor(page, goals.names['customer-satisfaction'], closing.remedy.noteNoWave)
  await page.getByText(closing.lacks.noWave).waitFor()
  expect(await page.getByText(closing.lacks['wave-open']).count()).toBe(0)
  await title(page, closing.title.ready(halfYearName))

  const freeze = async () => {
    await confirm(page, closing.freeze.action, closing.freeze.confirmTitle)
    await title(page, closing.title.frozen(halfYearName, 0))
    await signAll(signing)
    await page.goto(address)
    await page.getByText(closing.close.notYou).waitFor()
    expect(await page.getByRole('button', { name: closing.close.action }).count()).toBe(0)
  }
  const close = async (version: number) => {
    await second.goto(address)
    await title(second, closing.title.signed(halfYearName))
    await confirm(second, closing.close.action, closing.close.confirmTitle)
    await title(second, closing.title.closed(halfYearName))
    await second.getByText(closing.seals.version(version), { exact: true }).waitFor()
    return (await second.locator('[data-seal]').first().textContent())!
  }
  await freeze()
  const firstCode = await close(1)
  // One officer alone cannot withdraw anything that was sealed.
  const satisfaction = `${reportingUrl}/goal/customer-satisfaction?period=${period}`
  const { fixed, withdraw, add } = reporting.goal.improvement
  await page.goto(satisfaction)
  await page.getByText(fixed).waitFor()
  for (const name of [withdraw, add]) expect(await page.getByRole('button', { name, exact: true }).count()).toBe(0)
  const { letters } = await atWork.mailSummary(period)

  await correctAudit(page, partner)
  await page.goto(address)
  const changedHeading = page.getByRole('heading', { level: 2, name: closing.changed.title })
  await changedHeading.waitFor()
  await page.getByLabel(closing.restate.reason).fill(reason)
  await confirm(page, closing.restate.action, closing.restate.confirmTitle)
  await title(page, closing.title.reopened(halfYearName))
  await page.goto(satisfaction)
  await page.getByRole('button', { name: withdraw, exact: true }).waitFor()
  await page.goto(address)
  await freeze()
  const secondCode = await close(2)
  await second.getByText(closing.told(letters)).waitFor()
  expect(secondCode).not.toBe(firstCode)
  expect(await second.locator('[data-seal]').count()).toBe(2)
  expect(await second.getByRole('heading', { name: closing.changed.title }).count()).toBe(0)
  await second.goto(`${reportingUrl}/scorecard?period=${period}`)
  await second.getByText(/^Sealed on .* version 2/).waitFor()

  for (const locale of LOCALES) {
    const pdf = await second.request.get(`${reportingUrl}/export/report/${period}/${locale}`)
    expect(pdf.status()).toBe(200)
    const { text } = await readPdf(await pdf.body())
    for (const figure of await shownFigures(period, locale)) expect(text).toContain(figure)
  }

  // Once it is published, everyone can read it without signing in.
  await second.goto(address)
  await confirm(second, report.panel.publish, report.panel.publishTitle)
  await second.getByRole('button', { name: report.panel.withdraw }).waitFor()
  await second.goto(`${surveyUrl}/report/${period}?lang=en`)
  await second.getByText(report.head(secondCode)).waitFor()
  const published = withoutBlanks(await second.locator('body').textContent())
  for (const figure of await shownFigures(period, 'en')) expect(published).toContain(figure)
  expect([...(await pageFaults(second, 'en')), ...(await accessFaults(second))]).toEqual([])

  for (const { email, locale } of executives) {
    const { closing: closingWords, goals: goalWords } = messages(locale)
    const subject = closingWords.restated.subject(periodName(period, locale))
    const letter = await letterTo(email, (mail) => (mail.subject === subject ? mail : null))
    for (const part of [reason, goalWords.names['partner-audit'], secondCode]) expect(letter.text).toContain(part)
    expect(letter.text.replace(/\s/g, '')).toMatch(/90%→100%/)
  }

  expect(await verified()).toMatchObject({ holds: true, paper: null })
  const verification = await verified('--seal', firstCode)
  expect(verification.seals.map(({ faults }) => faults)).toEqual([[], []])
  expect(verification.paper).toMatchObject({ code: firstCode, number: 1 })
  for (const { page: signedPage } of [...signing, { page: second }]) await signedPage.context().close()
})
