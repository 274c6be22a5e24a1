import type { Browser, Page } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { mailedDigits, openListed, sendRequest } from './rights-requests.ts'
import { letterTo } from './survey-links.ts'

const { reportingUrl, surveyUrl } = workerStack()
const en = messages('en')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const title = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor()
/** A small window without scripts. */
const openPlain = async (locale: 'zh-CN' | 'en') => {
  const context = await browser.newContext({ javaScriptEnabled: false, locale, viewport: { width: 390, height: 844 } })
  return context.newPage()
}
/** A window on the dashboard in English, independent of the officer's own language. */
const openDashboard = async () => {
  const localStorage = [{ name: 'wayproof-language', value: 'en' }]
  const storageState = { cookies: [], origins: [{ origin: reportingUrl, localStorage }] }
  return (await browser.newContext({ locale: 'en-GB', storageState })).newPage()
}
/** Opens the request with `text` in it as the officer. */
async function openAsOfficer(page: Page, text: string) {
  await page.goto(`${reportingUrl}/sign-in`)
  await page.getByLabel(en.reporting.access.email).fill(firstOfficer.email)
  await page.getByLabel(en.reporting.access.password, { exact: true }).fill(firstOfficer.password)
  await page.getByRole('button', { name: en.reporting.access.signIn }).click()
  await page.waitForURL(({ pathname }) => pathname === '/')
  await page.getByRole('link', { name: en.reporting.shell.requests }).click()
  await page.getByRole('heading', { level: 2, name: en.reporting.requests.open }).waitFor()
  await openListed(page, text)
}

/** Writes a formal reply into the open case. */
async function sendAnswer(officer: Page, answer: string) {
  const words = en.reporting.requests.answer
  await officer.getByLabel(words.purpose).selectOption('answer')
  await officer.getByLabel(words.text, { exact: true }).fill(answer)
  await officer.getByRole('button', { name: words.action }).click()
  await officer.getByRole('dialog').getByRole('button', { name: words.action }).click()
}

test('without JavaScript a person complains anonymously, the officer answers, and both continue by the case code', async () => {
  const person = await openPlain('en')
  const text = 'Your agent read my booking aloud.'
  const code = await sendRequest(person, 'en', { kind: 'complaint', text, email: '' })
  expect(await person.locator('input[name="digits"]').count()).toBe(0)
  await person.reload()
  expect(await person.locator('.code').textContent()).toBe(code)
  await person.context().clearCookies()
  await person.reload()
  await title(person, en.rights.find.title)

  const officer = await openDashboard()
  await openAsOfficer(officer, text)
  const words = en.reporting.requests
  await officer.getByRole('button', { name: words.answer.send, exact: true }).click()
  await officer.getByText(words.answer.choosePurpose).waitFor()
  await officer.getByText(words.answer.empty).waitFor()
  await officer.getByLabel(words.answer.purpose).selectOption('answer')
  await officer.getByLabel(words.answer.text, { exact: true }).fill('We are sorry.\nAgents are trained anew.')
  await officer.getByRole('button', { name: words.answer.action }).click()
  const { kept, clock } = words.answer.confirm
  const dialog = officer.getByRole('dialog', { name: words.answer.confirmTitle.answer })
  await dialog.getByText(`${kept} ${clock.answer}`).waitFor()
  await dialog.getByRole('button', { name: words.answer.action }).click()
  await officer.getByText(words.answer.done).waitFor()

  await person.goto(`${surveyUrl}/rights/case?lang=en`)
  await person.locator('input.key').fill(code.toLowerCase())
  await person.locator('button.go').click()
  await title(person, en.rights.shown.title(en.rights.kinds.complaint))
  await person.getByText('We are sorry.\nAgents are trained anew.').waitFor()
  await person.locator('textarea').fill('Thank you.')
  await person.locator('button.go').click()
  await title(person, en.rights.shown.written.title)
  expect(person.url()).not.toContain(code)

  await officer.reload()
  await officer.getByText('Thank you.').waitFor()
  await officer.getByLabel(words.close.outcome).selectOption('settled')
  await officer.getByRole('button', { name: words.close.action, exact: true }).click()
  await officer.getByRole('dialog').getByRole('button', { name: words.close.action }).click()
  await officer.locator('dd', { hasText: en.rights.statuses.closed }).waitFor()
  expect(await officer.locator('textarea').count()).toBe(0)
  await officer.context().close()
  await person.context().close()
})

test.each(['zh-CN', 'en'] as const)(
  'without JavaScript a person confirms an address by the emailed code and gets the reply there, in %s',
  async (locale) => {
    const words = messages(locale).rights
    const person = await openPlain(locale)
    const email = `asks-${locale}@persons.example`.toLowerCase()
    const text = locale === 'en' ? 'What do you hold about me?' : '你们保存了我的哪些信息？'
    await sendRequest(person, locale, { kind: 'access', text, email })
    await person.locator('input[name="digits"]').fill('1')
    await person.locator('button.go').click()
    await person.locator('p.err', { hasText: words.check.wrong }).waitFor()
    expect(await person.locator('input[name="digits"]').inputValue()).toBe('1')
    const first = await mailedDigits(email)
    await person.getByRole('button', { name: words.check.again }).click()
    await person.getByText(words.check.mailed.sent).waitFor()
    await expect.poll(() => mailedDigits(email)).not.toBe(first)
    await person.locator('input[name="digits"]').fill(await mailedDigits(email))
    await person.locator('button.go').click()
    await title(person, words.check.done.title)

    const officer = await openDashboard()
    await openAsOfficer(officer, text)
    await officer.getByText(email).waitFor()
    const answer = locale === 'en' ? 'Your address only.' : '只有您的邮箱。'
    await sendAnswer(officer, answer)
    expect(await letterTo(email, (mail) => (mail.text.includes(answer) ? mail.subject : null))).not.toBe('')
    await officer.context().close()
    await person.context().close()
  },
)
