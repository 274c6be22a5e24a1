import type { Browser, Locator, Page } from '@playwright/test'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { mailedInvitation, signedIn } from './closing-people.ts'
import { accessFaults, pageFaults } from './page-faults.ts'
import { officerAtWork } from './survey-links.ts'

const { reportingUrl } = workerStack()
const { privacy, registers: register, reporting } = messages('zh-CN')
const { access, byHand, faults, fields, keys, people, policies, programme, rows, shell } = reporting
const noEmail = faults.codes['email-invalid']!
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const press = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true }).click()

/** The form with this button in it. */
const formWith = (page: Page, action: string) =>
  page.locator('form').filter({ has: page.getByRole('button', { name: action, exact: true }) })

const formAsking = (page: Page, label: string) => page.locator('form').filter({ has: page.getByLabel(label) })

/** Also finds a field with a list, which has the same label. */
const fieldOf = (form: Locator, label: string) =>
  form.locator('input, select, textarea').and(form.getByLabel(label, { exact: true }))

/** A field's accessible description, and whether it has the focus. */
const toldBy = (field: Locator) =>
  field.evaluate((at) => ({
    invalid: at.getAttribute('aria-invalid'),
    focused: at === document.activeElement,
    told: (at.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent),
  }))

/**
 * Presses the button and expects: the form stays, nothing is sent, the first faulty field has the focus, and each fault
 * is beside its field.
 */
async function expectRefusal(
  form: Locator,
  action: string,
  expectedFaults: readonly (readonly [label: string, says: string])[],
) {
  const page = form.page()
  const sentRequests: string[] = []
  const listen = (request: { method(): string; url(): string }) =>
    void (request.method() === 'POST' && sentRequests.push(request.url()))
  page.on('request', listen)
  await press(form, action)
  for (const [index, [label, sentence]] of expectedFaults.entries()) {
    await form.getByText(sentence, { exact: true }).first().waitFor()
    expect(await toldBy(fieldOf(form, label))).toEqual({
      invalid: 'true',
      focused: index === 0,
      told: expect.arrayContaining([sentence]),
    })
  }
  expect(await form.locator('[aria-invalid="true"]').count()).toBe(expectedFaults.length)
  page.off('request', listen)
  expect(sentRequests).toEqual([])
}

async function openChinese(path: string): Promise<Page> {
  const page = await signedIn(browser, firstOfficer, 'zh-CN')
  await page.goto(reportingUrl + path)
  return page
}

/** A window of an English browser without a session, with the page in Chinese. */
async function openSignedOut(path: string): Promise<Page> {
  const page = await (await browser.newContext({ locale: 'en-GB' })).newPage()
  await page.goto(reportingUrl + path)
  await press(page, people.languages['zh-CN'])
  return page
}

test('the sign-in form shows its faults in the language of the page, not of the browser', async () => {
  const page = await openSignedOut('/sign-in')
  await expectRefusal(formWith(page, access.signIn), access.signIn, [
    [access.email, fields.empty],
    [access.password, fields.empty],
  ])
  // Visible as well, because the fault alone would not show which field has the focus.
  expect(await page.getByLabel(access.email).evaluate((at) => getComputedStyle(at).outlineStyle)).toBe('solid')
  expect([...(await pageFaults(page, 'zh-CN')), ...(await accessFaults(page))]).toEqual([])
  await page.getByLabel(access.email).fill(firstOfficer.email.replace('@', ' at '))
  await page.getByLabel(access.password, { exact: true }).fill(firstOfficer.password)
  await expectRefusal(formWith(page, access.signIn), access.signIn, [[access.email, noEmail]])
  expect(await page.getByLabel(access.password, { exact: true }).inputValue()).toBe(firstOfficer.password)
  await page.getByLabel(access.email).fill(firstOfficer.email)
  expect(await page.locator('[aria-invalid="true"]').count()).toBe(0)
  await page.getByLabel(access.password, { exact: true }).fill('not the password')
  await press(page, access.signIn)
  await page.getByRole('alert').getByText(access.wrong).waitFor()
  expect(await page.getByLabel(access.password, { exact: true }).inputValue()).toBe('not the password')
  await page.getByLabel(access.password, { exact: true }).fill(firstOfficer.password)
  await press(page, access.signIn)
  await page.waitForURL(({ pathname }) => pathname === '/')
  await page.context().close()
})

test('an invited person sees a missing name and a short password at the same time', async () => {
  const email = 'newcomer@yuntu.example'
  await (await officerAtWork()).invite(email, 'executive', 'zh-CN')
  const page = await openSignedOut(new URL(await mailedInvitation(email)).pathname)
  await page.getByLabel(access.password, { exact: true }).fill('too short')
  await expectRefusal(formWith(page, access.accept), access.accept, [
    [access.name, fields.empty],
    [access.password, access.passwordShort],
  ])
  await page.context().close()
})

test('an invitation checks the address, a key needs a name, and set-up needs its fields', async () => {
  const page = await openChinese('/people/invite')
  await expectRefusal(formWith(page, people.invite.action), people.invite.action, [[people.invite.email, fields.empty]])
  await page.getByLabel(people.invite.email).fill('nobody')
  await expectRefusal(formWith(page, people.invite.action), people.invite.action, [[people.invite.email, noEmail]])
  expect(await page.getByLabel(people.invite.email).inputValue()).toBe('nobody')

  await page.goto(`${reportingUrl}/settings/api-keys`)
  await expectRefusal(formWith(page, keys.make), keys.make, [
    [keys.name, fields.empty],
    [keys.writeInto, keys.noScope],
  ])
  await page.goto(`${reportingUrl}/settings`)
  const form = formAsking(page, people.settings.nameZh)
  await form.getByLabel(people.settings.nameZh).fill('  ')
  await form.getByLabel(people.settings.nameEn).fill('')
  await form.getByLabel(people.settings.contact).fill('privacy')
  await expectRefusal(form, shell.save, [
    [people.settings.nameZh, fields.empty],
    [people.settings.nameEn, fields.empty],
    [people.settings.contact, noEmail],
  ])
  await page.context().close()
})

test('an empty form neither erases nor suppresses anyone', async () => {
  const page = await openChinese('/privacy/stop-emails')
  const { erase, suppress } = privacy
  await expectRefusal(formWith(page, suppress.action), suppress.action, [[suppress.email, fields.empty]])
  expect(await page.locator('dialog').count()).toBe(0)
  await page.goto(`${reportingUrl}/privacy/erase`)
  await expectRefusal(formWith(page, erase.action), erase.action, [[erase.email, fields.empty]])
  expect(await page.locator('dialog').count()).toBe(0)
  await fieldOf(formWith(page, erase.action), erase.email).fill('nobody')
  await expectRefusal(formWith(page, erase.action), erase.action, [[erase.email, noEmail]])
  await formWith(page, erase.action).getByLabel(erase.by).selectOption('customerNumber')
  await press(formWith(page, erase.action), erase.action)
  await page.getByRole('dialog', { name: erase.confirmTitle }).waitFor()
  await page.context().close()
})

test('a manually recorded request needs its day, which cannot be in the future', async () => {
  const page = await openChinese('/requests?record=true')
  const receivedField = page.getByLabel(byHand.received)
  const today = await receivedField.inputValue()
  await receivedField.fill('2999-01-01')
  await page.getByLabel(byHand.contact).fill('nobody')
  await expectRefusal(formWith(page, byHand.action), byHand.action, [
    [byHand.received, fields.late(day(today, 'zh-CN'))],
    [byHand.text, byHand.textEmpty],
    [byHand.contact, noEmail],
  ])
  await receivedField.fill('')
  await page.getByLabel(byHand.text).fill('a word')
  await expectRefusal(formWith(page, byHand.action), byHand.action, [
    [byHand.received, fields.empty],
    [byHand.contact, noEmail],
  ])
  await receivedField.press('1')
  await expectRefusal(formWith(page, byHand.action), byHand.action, [
    [byHand.received, fields.unfinished],
    [byHand.contact, noEmail],
  ])
  await page.context().close()
})

test('an approved text needs its language and its words', async () => {
  const page = await openChinese('/policies')
  await page.getByRole('button', { name: policies.text.title }).click()
  await fieldOf(formWith(page, policies.text.action), policies.text.language).fill('')
  await expectRefusal(formWith(page, policies.text.action), policies.text.action, [
    [policies.text.language, fields.empty],
    [policies.text.text, fields.empty],
  ])
  await page.context().close()
})

test('a plan and a checklist accept whole numbers only, and keep the input', async () => {
  const page = await openChinese('/settings/survey')
  const plan = formAsking(page, programme.daysOpen)
  await plan.getByLabel(programme.daysOpen).fill('three weeks')
  await plan.getByLabel(programme.holidays).fill('New Year')
  await expectRefusal(plan, shell.save, [
    [programme.daysOpen, programme.range(7, 90)],
    [programme.holidays, programme.holidaysWrong],
  ])
  await plan.getByLabel(programme.holidays).fill('')
  await plan.getByLabel(programme.daysOpen).fill('0')
  await plan.getByLabel(programme.letterLimit).fill('9')
  await plan.getByLabel(programme.firstReminder).fill('9')
  await plan.getByLabel(programme.mode).selectOption('sample')
  await expectRefusal(plan, shell.save, [
    [programme.size, programme.range(100, 10_000_000)],
    [programme.daysOpen, programme.range(7, 90)],
    [programme.lastReminder, programme.range(12, 89)],
    [programme.letterLimit, programme.range(1, 3)],
  ])
  await plan.getByLabel(programme.mode).selectOption('census')
  expect(await plan.getByLabel(programme.size).count()).toBe(0)
  await page.goto(`${reportingUrl}/settings/checklist`)
  const { abroad, backups, confirm } = programme.checklist
  await formWith(page, confirm).getByLabel(backups).fill('a month')
  await formWith(page, confirm).getByLabel(abroad).fill('-1')
  await expectRefusal(formWith(page, confirm), confirm, [
    [backups, programme.range(0, 3_650)],
    [abroad, programme.range(0, 999_999_999)],
  ])
  expect(await formWith(page, confirm).getByLabel(backups).inputValue()).toBe('a month')
  await page.context().close()
})

test('a record names its missing fields, and removing a record needs a reason', async () => {
  const page = await openChinese(`/registers/partners?row=${encodeURIComponent('["P05"]')}`)
  const { name, service, processesPersonalData, onboarded } = register.fields.partners
  await press(page, rows.remove)
  const dialog = page.getByRole('dialog', { name: rows.removeTitle })
  await expectRefusal(dialog, rows.remove, [[rows.reason, rows.reasonMissing]])
  await press(dialog, shell.cancel)
  await press(page, rows.correct)
  const row = formAsking(page, service)
  await row.getByLabel(name, { exact: true }).fill(' ')
  await row.getByLabel(processesPersonalData).selectOption('')
  await row.getByLabel(onboarded).press('Backspace')
  const requiredFault = { rowNumber: 0, code: 'required', text: '', expected: '' } as const
  await expectRefusal(row, shell.save, [
    [name, register.cellFault({ ...requiredFault, column: 'name' })],
    [processesPersonalData, register.cellFault({ ...requiredFault, column: 'processesPersonalData' })],
    [onboarded, fields.unfinished],
    [rows.reason, rows.reasonMissing],
  ])
  await page.context().close()
})
