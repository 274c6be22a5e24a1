import type { Browser, Page } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { approvingOfficer, firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { openListed, sendRequest } from './rights-requests.ts'

const { reportingUrl } = workerStack()
const { registers, reporting } = messages('en')
const { access, faults, fields, requests, rows, shell } = reporting
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** 30 seconds in another tab, and back: the page requests its data again. */
async function comeBack(page: Page) {
  await page.clock.fastForward('00:31')
  await page.evaluate(() => window.dispatchEvent(new Event('visibilitychange')))
}

test('a long text stays while the server is down and after the session ends, and is sent after signing in again', async () => {
  const person = await browser.newPage()
  const requestText = 'Who else has read my booking?'
  await sendRequest(person, 'en', { kind: 'complaint', text: requestText, email: '' })
  await person.close()

  const page = await signedIn(browser, firstOfficer)
  await page.clock.install()
  await page.goto(`${reportingUrl}/requests`)
  await page.getByRole('heading', { level: 2, name: requests.open }).waitFor()
  await openListed(page, requestText)
  const answer = page.getByLabel(requests.answer.text, { exact: true })
  const answerText = 'Nobody but the agent who made it.\n'.repeat(40)
  await answer.fill(answerText)
  await page.getByLabel(requests.answer.purpose).selectOption('answer')
  const at = page.url()

  await page.route('**/trpc/**', (route) => route.abort())
  await comeBack(page)
  await page.getByText(faults.stale).waitFor()
  expect(await answer.inputValue()).toBe(answerText)
  await page.unroute('**/trpc/**')
  await page.getByRole('button', { name: faults.again }).click()
  await page.getByText(faults.stale).waitFor({ state: 'detached' })

  await page.context().clearCookies()
  await comeBack(page)
  await page.getByText(faults.signedOut).waitFor()
  expect([page.url(), await answer.inputValue()]).toEqual([at, answerText])
  await page.getByRole('button', { name: requests.answer.action }).click()
  await page.getByRole('dialog').getByRole('button', { name: requests.answer.action }).click()
  await page.getByText(faults.signedOut).nth(1).waitFor()

  const opening = page.context().waitForEvent('page')
  await page.getByRole('link', { name: faults.signInElsewhere }).first().click()
  const otherTab = await opening
  await otherTab.getByLabel(access.email).fill(firstOfficer.email)
  await otherTab.getByLabel(access.password, { exact: true }).fill(firstOfficer.password)
  await otherTab.getByRole('button', { name: access.signIn }).click()
  await otherTab.waitForURL(({ pathname }) => pathname === '/')
  await comeBack(page)
  await page.getByText(faults.signedOut).nth(1).waitFor({ state: 'detached' })
  expect(await answer.inputValue()).toBe(answerText)
  await page.getByRole('button', { name: requests.answer.action }).click()
  await page.getByRole('dialog').getByRole('button', { name: requests.answer.action }).click()
  await page.getByText(requests.answer.done).waitFor()
  await page.context().close()
})

test('a page that is opened after the session ended leads to signing in, and back', async () => {
  const page = await signedIn(browser, firstOfficer)
  await page.goto(`${reportingUrl}/scorecard`)
  await page.getByRole('link', { name: shell.requests }).waitFor()
  await page.context().clearCookies()
  await page.getByRole('link', { name: shell.requests }).click()
  await page.getByRole('heading', { level: 1, name: faults.signedOutTitle }).waitFor()
  await page.getByRole('link', { name: faults.signInAgain }).click()
  await page.getByLabel(access.email).fill(firstOfficer.email)
  await page.getByLabel(access.password, { exact: true }).fill(firstOfficer.password)
  await page.getByRole('button', { name: access.signIn }).click()
  await page.waitForURL('**/requests')
  await page.getByRole('heading', { level: 2, name: requests.open }).waitFor()
  await page.context().close()
})

test('if two people edit a record at once, the second sees the first one’s changes and loses no input, saves and undoes it', async () => {
  const address = `${reportingUrl}/registers/partners?row=${encodeURIComponent('["P05"]')}`
  const field = registers.fields.partners.service
  const [first, second] = await Promise.all(
    [approvingOfficer, firstOfficer].map((account) => signedIn(browser, account)),
  )
  await second!.clock.install()
  for (const page of [first!, second!]) {
    await page.goto(address)
    await page.getByRole('button', { name: rows.correct, exact: true }).click()
  }
  await second!.getByLabel(field).fill('boats and rooms')
  await second!.getByLabel(rows.reason).fill('The contract names rooms too.')

  await first!.getByLabel(field).fill('boats alone')
  await first!.getByLabel(rows.reason).fill('As the contract says.')
  await first!.getByRole('button', { name: shell.save }).click()
  await first!.locator('dd', { hasText: 'boats alone' }).waitFor()

  await comeBack(second!)
  await second!.locator('dd', { hasText: 'boats alone' }).waitFor()
  expect(await second!.getByLabel(field).inputValue()).toBe('boats and rooms')
  await second!.getByRole('button', { name: shell.save }).click()
  await second!.getByText(rows.changedMeanwhile).waitFor()
  expect(await second!.getByLabel(field).inputValue()).toBe('boats and rooms')
  await second!.getByRole('button', { name: fields.newer.keep }).click()
  const saveAndUndo = async () => {
    await second!.getByRole('button', { name: shell.save }).click()
    await second!.locator('dd', { hasText: 'boats and rooms' }).waitFor()
    await second!.getByRole('button', { name: shell.undo.action }).click()
    await second!.getByText(shell.undo.done).waitFor()
    await second!.locator('dd', { hasText: 'boats alone' }).waitFor()
  }
  await saveAndUndo()
  // The same sentence offers to undo the next act too, while it still says that the first is undone.
  await second!.getByRole('button', { name: rows.correct, exact: true }).click()
  await second!.getByLabel(field).fill('boats and rooms')
  await second!.getByLabel(rows.reason).fill('The contract names rooms too.')
  await saveAndUndo()
  await second!.getByRole('button', { name: shell.close }).click()
  await second!.getByText(shell.undo.done).waitFor({ state: 'detached' })
  for (const page of [first!, second!]) await page.context().close()
})
