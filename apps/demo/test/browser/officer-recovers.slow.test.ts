import type { Browser } from '@playwright/test'
import { runCommand } from '@wayproof/command-line/testing/run-command'
import { messages } from '@wayproof/messages/messages'
import { approvingOfficer, executives, firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { accessFaults, pageFaults } from './page-faults.ts'
import { letterTo } from './survey-links.ts'

const { reportingUrl, places } = workerStack()
const { access, account, faults } = messages('en').reporting
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const openPage = async (locale: 'en' | 'zh-CN' = 'en') => {
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  const storageState = { cookies: [], origins: [{ origin: reportingUrl, localStorage }] }
  return (await browser.newContext({ locale, storageState })).newPage()
}

test('a forgotten password is reset by an emailed link, which works once and ends the open session', async () => {
  const { email, password } = executives[1]!
  // A separate account, because other journeys sign in with the shared one.
  const open = await signedIn(browser, executives[1])
  await open.goto(`${reportingUrl}/scorecard`)
  await open.getByRole('heading', { level: 1 }).waitFor()
  const page = await openPage()
  await page.goto(`${reportingUrl}/sign-in`)
  await page.getByRole('link', { name: account.reset.forgot }).click()
  await page.getByRole('heading', { name: account.reset.title }).waitFor()
  await page.getByLabel(access.email).fill(email)
  await page.getByRole('button', { name: account.reset.ask }).click()
  await page.getByText(account.reset.asked).waitFor()
  expect([...(await pageFaults(page, 'en')), ...(await accessFaults(page))]).toEqual([])
  const link = await letterTo(email, ({ text }) => /https?:\/\/\S+\/reset\/[\w-]+/.exec(text)?.[0] ?? null)

  await page.goto(link)
  await page.getByLabel(account.password.next, { exact: true }).fill(password)
  await page.getByRole('button', { name: account.password.show }).click()
  expect(await page.getByLabel(account.password.next, { exact: true }).getAttribute('type')).toBe('text')
  expect([...(await pageFaults(page, 'en')), ...(await accessFaults(page))]).toEqual([])
  await page.getByRole('button', { name: account.reset.save }).click()
  await page.getByRole('heading', { name: account.reset.done }).waitFor()

  await open.reload()
  await open.waitForURL('**/sign-in*')
  await page.getByRole('link', { name: access.toSignIn }).click()
  await page.getByRole('heading', { name: access.signIn }).waitFor()
  await page.getByLabel(access.email).fill(email)
  await page.getByLabel(access.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: access.signIn }).click()
  await page.waitForURL(({ pathname }) => pathname === '/')
  await page.goto(`${reportingUrl}/profile`)
  await page.getByRole('heading', { name: account.profile.nameTitle }).waitFor()
  expect([...(await pageFaults(page, 'en')), ...(await accessFaults(page))]).toEqual([])

  const secondPage = await openPage('zh-CN')
  await secondPage.goto(link)
  await secondPage
    .getByRole('heading', { name: messages('zh-CN').reporting.faults.codes['reset-used'] ?? '' })
    .waitFor()
})

test('a command on the server lets a locked-out officer back in, and the other officers see it', async () => {
  const { email } = approvingOfficer
  const env = { ...places, REPORTING_URL: reportingUrl, LANG: 'en' }
  const stranger = await runCommand('recover-officer', [executives[0]!.email], env)
  expect([stranger.code, stranger.stdout]).toEqual([2, ''])
  const { code, stdout, stderr } = await runCommand('recover-officer', [email.toUpperCase()], env)
  expect([code, stderr]).toEqual([0, expect.stringContaining('"event":"recovery-link"')])
  const link = stdout.trim().split('\n').at(-1) ?? ''
  const page = await openPage()
  await page.goto(link)
  await page.getByText(account.reset.recovers).waitFor()
  await page.getByLabel(account.password.next, { exact: true }).fill(approvingOfficer.password)
  await page.getByRole('button', { name: account.reset.save }).click()
  await page.getByRole('heading', { name: account.reset.done }).waitFor()
  await page.goto(link)
  await page.getByRole('heading', { name: faults.codes['reset-used'] ?? '' }).waitFor()

  const otherPage = await signedIn(browser, firstOfficer)
  await otherPage.goto(`${reportingUrl}/settings/security`)
  const history = otherPage.getByRole('region', { name: account.recoveries.title })
  await history.getByRole('row').filter({ hasText: approvingOfficer.name }).waitFor()
  expect(await history.getByText(account.recoveries.unused).count()).toBe(0)
})
