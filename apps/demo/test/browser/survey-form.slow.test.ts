import type { Browser, Page } from '@playwright/test'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { type InvitedTraveler, inviteTravelers, officerAtWork } from './survey-links.ts'

let browser: Browser
let travelers: readonly InvitedTraveler[]

beforeAll(async () => {
  browser = await openBrowser()
  travelers = await inviteTravelers(await officerAtWork(), { period: '2013', lastTrip: '2013-05', count: 1 })
})
afterAll(() => browser.close())

const invited = (locale: Locale) => travelers.find((traveler) => traveler.locale === locale)!

async function open(locale: Locale, address: string, width: number, height: number): Promise<Page> {
  const page = await browser.newPage({ javaScriptEnabled: false, locale, viewport: { width, height } })
  await page.goto(address)
  return page
}

const bottomOf = async (page: Page, selector: string) => {
  const { y, height } = (await page.locator(selector).first().boundingBox())!
  return y + height
}

test.each(LOCALES)(
  'the first option is on the first screen of a phone, and the notice is one line that opens, in %s',
  async (locale) => {
    const page = await open(locale, invited(locale).link, 390, 800)
    expect(await bottomOf(page, 'input[name="overall"]')).toBeLessThan(600)
    const bar = page.locator('.bar')
    expect(await bottomOf(page, '.bar')).toBe(800)
    await bar.getByText(messages(locale).survey.progress).waitFor()
    const notice = page.locator('details.trust dl')
    expect(await notice.isVisible()).toBe(false)
    await page.locator('summary').click()
    expect(await notice.isVisible()).toBe(true)
    await page.close()
  },
)

test.each(LOCALES)(
  'a question that is not asked has no heading, and appears with the option that asks for it, in %s',
  async (locale) => {
    const page = await open(locale, invited(locale).link, 390, 800)
    const asked = page.locator('fieldset:has([name="complaint"])')
    expect(await asked.isVisible()).toBe(false)
    await page.locator('input[name="contacted"][value="yes"]').check()
    expect(await asked.locator('legend').isVisible()).toBe(true)
    await page.locator('input[name="contacted"][value="no"]').check()
    expect(await asked.isVisible()).toBe(false)
    await page.close()
  },
)

test.each(LOCALES)('each option of each row has the label of the scale, in %s', async (locale) => {
  for (const width of [320, 1280]) {
    const page = await open(locale, invited(locale).link, width, 800)
    const rows = page.locator('section.m fieldset')
    const labels = await rows
      .first()
      .getByRole('radio')
      .evaluateAll((options) => options.map((option) => (option as HTMLInputElement).labels?.[0]?.textContent ?? ''))
    expect(labels).toHaveLength(7)
    for (const row of await rows.all()) {
      for (const name of labels) expect(await row.getByRole('radio', { name, exact: true }).count()).toBe(1)
      const sizes = await row
        .locator('label')
        .evaluateAll((all) => all.map((label) => Number.parseFloat(getComputedStyle(label).fontSize)))
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(12)
    }
    await page.close()
  }
})

test.each(LOCALES)(
  'the link of an option opens the form below the question that it answered, in %s',
  async (locale) => {
    const { letter } = invited(locale)
    const link = /href="([^"]+[?&](?:amp;)?p=[^"]+)"/.exec(letter.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
    // A mail program may drop the fragment.
    for (const address of [link, link.replace(/#.*/, '')]) {
      const page = await open(locale, address, 390, 800)
      const isInView = (selector: string) =>
        page
          .locator(selector)
          .first()
          .evaluate((element) => {
            const { top, bottom } = element.getBoundingClientRect()
            return top >= 0 && bottom <= innerHeight
          })
      expect([address, await isInView('#next')]).toEqual([address, true])
      if (address === link) {
        expect(await isInView('input[name="trust"]')).toBe(true)
        expect(await isInView('input[name="overall"]')).toBe(false)
      }
      await page.close()
    }
  },
)
