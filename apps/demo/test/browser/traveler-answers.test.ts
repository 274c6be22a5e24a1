import type { Browser, Page } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { lookAtPage } from './look-at-page.ts'
import { type InvitedTraveler, inviteTravelers, officerAtWork } from './survey-links.ts'

let browser: Browser
let travelers: readonly InvitedTraveler[]

beforeAll(async () => {
  browser = await openBrowser()
  travelers = await inviteTravelers(await officerAtWork(), { period: '2018', lastTrip: '2018-05', count: 2 })
})
afterAll(() => browser.close())

const checked = (page: Page, question: string) => page.locator(`input[name="${question}"]:checked`)
const heading = (page: Page) => page.locator('h1').textContent()
/** Submits, and waits for the whole next page. */
async function submit(page: Page): Promise<void> {
  await page.locator('button.go').click()
  await page.waitForLoadState()
}

test.each(['zh-CN', 'en'] as const)('a traveler answers without JavaScript, in %s', async (locale) => {
  const words = messages(locale).survey
  const { link } = travelers.find((traveler) => traveler.locale === locale)!
  const context = await browser.newContext({ javaScriptEnabled: false, locale, viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  const foreignRequests: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== new URL(link).origin) foreignRequests.push(request.url())
  })

  await page.goto(link)
  expect(await heading(page)).toBe(words.title)
  expect(await page.locator('html').getAttribute('lang')).toBe(locale)

  // All but the required question, and a comment.
  await page.locator('input[name="trust"][value="4"]').check()
  await page.locator('textarea').fill('账户 & <b>account</b>')
  await submit(page)
  expect(await page.locator('.err').count()).toBe(1)
  expect(await page.locator('fieldset.bad .err').textContent()).toBe(words.errors.besideQuestion(words.errors.required))
  expect(await checked(page, 'overall').count()).toBe(0)
  expect(await checked(page, 'trust').getAttribute('value')).toBe('4')
  expect(await page.locator('textarea').inputValue()).toBe('账户 & <b>account</b>')

  await page.locator('fieldset.bad label').first().click()
  await submit(page)
  expect(await heading(page)).toBe(words.thanks.title)
  expect(new URL(page.url()).pathname).toMatch(/\/thanks$/)
  expect((await page.locator('.code').textContent())?.trim().length).toBeGreaterThan(15)

  // No click and no reload hides the code while the reader writes it down.
  const code = await page.locator('.code').textContent()
  const [secondPage] = await Promise.all([
    context.waitForEvent('page'),
    page.getByRole('link', { name: words.newTab }).click(),
  ])
  await secondPage.getByRole('heading', { level: 1, name: words.receipts.title }).waitFor()
  await secondPage.close()
  await page.reload()
  expect(await page.locator('.code').textContent()).toBe(code)
  await page.goto(new URL('/receipt', link).href)
  await page.goBack()
  expect(await page.locator('.code').textContent()).toBe(code)
  await context.clearCookies()
  await page.reload()
  await page.getByText(words.thanks.shown).waitFor()
  expect(await page.locator('.code').count()).toBe(0)

  // The link has been used.
  await page.goto(link)
  expect(await heading(page)).toBe(words.notices['link-used'].title)
  expect(foreignRequests).toEqual([])
  await context.close()
})

test.each(['zh-CN', 'en'] as const)(
  'a traveler chooses in the email, changes the choice and submits, in %s',
  async (locale) => {
    const words = messages(locale).survey
    const { letter } = travelers.filter((traveler) => traveler.locale === locale)[1]!
    const viewport = { width: 390, height: 844 }
    const mailbox = await browser.newContext({ locale, viewport })
    const mail = await mailbox.newPage()
    await mail.setContent(letter.html)
    const options = mail.locator('a[href*="?p="]')
    expect(await options.count()).toBe(7)
    for (const option of await options.all()) expect((await option.boundingBox())?.height).toBeGreaterThanOrEqual(44)
    const label = (await options.nth(1).textContent()) ?? ''
    const link = (await options.nth(1).getAttribute('href')) ?? ''
    await mail.goto(link)
    expect(await lookAtPage(mail, 'preselected', locale)).toEqual([])
    await mailbox.close()

    const context = await browser.newContext({ javaScriptEnabled: false, locale, viewport })
    const page = await context.newPage()
    await page.goto(link)
    expect(await checked(page, 'overall').getAttribute('value')).toBe('4')
    expect(await page.locator('input:checked').count()).toBe(1)
    await page.getByText(words.chosenInEmail(label)).waitFor()
    await page.locator('input[name="overall"][value="2"]').check()
    await submit(page)
    expect(await heading(page)).toBe(words.thanks.title)
    expect(page.url()).not.toContain('?p=')
    await page.goto(link)
    expect(await heading(page)).toBe(words.notices['link-used'].title)
    await context.close()
  },
)
