import type { Browser } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { executives, firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { lookAtPage } from './look-at-page.ts'
import { letterTo } from './survey-links.ts'

const { reportingUrl } = workerStack()
const { period, scorecard } = inject('demo')
const [executive] = executives
const missed = scorecard.verdicts.filter(({ verdict }) => verdict === 'missed')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(['zh-CN', 'en'] as const)(
  'a signed-in executive decides with one press after opening the letter’s link, in %s',
  async (locale) => {
    const words = messages(locale)
    const text = words.reporting.decisions
    const address = `${reportingUrl}/?period=${period}#decisions`
    const link = await letterTo(executive.email, (mail) => (mail.text.includes(address) ? address : null))
    const page = await signedIn(browser, executive, locale)
    await page.goto(link)
    const decisions = page.locator('#decisions')
    // The second run begins with the decisions of the first.
    await decisions.locator('article, button').first().waitFor()
    const change = decisions.getByRole('button', { name: text.change })
    for (const _ of await change.all()) await change.first().click()
    await decisions
      .getByRole('article')
      .nth(missed.length - 1)
      .waitFor()
    expect(await lookAtPage(page, 'the home of an executive', locale)).toEqual([])

    await decisions.getByRole('button', { name: text.approve }).first().click()
    await change.waitFor()
    // The focus goes to the next decision, or to the heading after the last one.
    const next = missed.length > 1 ? decisions.locator('article h2').first() : page.locator('h1')
    await expect.poll(() => next.evaluate((element) => element === document.activeElement)).toBe(true)
    await decisions.getByRole('button', { name: text.comment, exact: true }).first().click()
    // Figures, which read the same in both languages.
    const comment = locale === 'en' ? '180,000' : '160,000'
    await decisions.getByLabel(text.yourComment).first().fill(comment)
    await decisions.getByRole('button', { name: text.saveComment }).first().click()
    await decisions.getByRole('listitem').getByText(comment).first().waitFor()
    await page.reload()
    await change.waitFor()
    await page.context().close()

    const officer = await signedIn(browser, firstOfficer, locale)
    await officer.goto(`${reportingUrl}/?period=${period}`)
    const panel = officer.getByRole('region', { name: text.officers.title })
    await panel.getByText(text.choices.approved).first().waitFor()
    await panel.getByText(comment).first().waitFor()
    await officer.context().close()
  },
)
