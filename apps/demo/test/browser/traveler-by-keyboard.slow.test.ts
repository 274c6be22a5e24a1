import type { Browser, Page } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { accessFaults } from './page-faults.ts'
import { type InvitedTraveler, inviteTravelers, officerAtWork } from './survey-links.ts'

const { reportingUrl, surveyUrl } = workerStack()
let browser: Browser
let travelers: readonly InvitedTraveler[]

beforeAll(async () => {
  browser = await openBrowser()
  // A separate year, because other tests use the other waves.
  travelers = await inviteTravelers(await officerAtWork(), { period: '2021', lastTrip: '2021-05', count: 1 })
})
afterAll(() => browser.close())

/** The focused element as a screen reader announces it; `seen` if its outline is visible. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement
    const framed = at.closest('label') ?? at
    const isOutlined = [at, framed].some((element) => getComputedStyle(element).outlineStyle !== 'none')
    return {
      tag: at.localName,
      name: at.name ?? '',
      value: at.value ?? '',
      text: at.textContent ?? '',
      seen: isOutlined,
    }
  })

/** Presses Tab until `isFound`; fails if the focus comes round without it, or is invisible on the way. */
async function tabTo(page: Page, isFound: (at: Awaited<ReturnType<typeof focused>>) => boolean): Promise<void> {
  for (let presses = 0; presses < 40; presses += 1) {
    await page.keyboard.press('Tab')
    const at = await focused(page)
    if (at.tag !== 'body') expect(at.seen, `focus on ${at.tag} ${at.name} ${at.text}`).toBe(true)
    if (isFound(at)) return
  }
  throw new Error('the focus never came there')
}

const at = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title }).waitFor()

test.each(['zh-CN', 'en'] as const)(
  'a traveler answers, corrects and withdraws with the keyboard only, in %s',
  async (locale) => {
    const words = messages(locale).survey
    const { link } = travelers.find((traveler) => traveler.locale === locale)!
    const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } })
    const page = await context.newPage()
    await page.goto(link)
    // Seven statements are a table here, and single questions on a phone.
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(2_600)
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      expect(await accessFaults(page), colorScheme).toEqual([])
    }
    await page.getByRole('group', { name: /^3 / }).getByRole('radio').first().waitFor()

    // Submitted without the required answer: the focus moves to the fault, whose link leads to the question.
    await tabTo(page, ({ name }) => name === 'trust')
    await page.keyboard.press('Space')
    await tabTo(page, ({ text }) => text === words.submit)
    await page.keyboard.press('Enter')
    await page.locator('.sum').waitFor()
    await expect.poll(() => page.evaluate(() => document.activeElement?.className)).toBe('sum')
    await tabTo(page, ({ tag }) => tag === 'a')
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await focused(page)).name).toBe('overall')

    // A group of choices is one tab stop; the arrow keys choose within it.
    await page.keyboard.press('Space')
    await page.keyboard.press('ArrowDown')
    expect(await page.locator('input[name="overall"]:checked').getAttribute('value')).toBe((await focused(page)).value)
    expect(await page.locator('input[name="trust"]:checked').count()).toBe(1)
    await tabTo(page, ({ tag }) => tag === 'textarea')
    await page.keyboard.type('Clear and quick')
    await tabTo(page, ({ text }) => text === words.submit)
    await page.keyboard.press('Enter')
    await at(page, words.thanks.title)
    const code = (await page.locator('.code').textContent())!

    const open = async () => {
      await page.goto(`${surveyUrl}/receipt?lang=${locale}`)
      await tabTo(page, ({ tag, name }) => tag === 'input' && name === 'receipt')
      await page.keyboard.type(code)
      await page.keyboard.press('Enter')
      await at(page, words.receipts.shown)
    }
    await open()
    expect(await page.locator('dl.told').textContent()).toContain('Clear and quick')
    await tabTo(page, ({ text }) => text === words.receipts.correct)
    await page.keyboard.press('Enter')
    await at(page, words.receipts.correctTitle)
    await tabTo(page, ({ tag }) => tag === 'textarea')
    await page.keyboard.press('ControlOrMeta+A')
    await page.keyboard.type('Slower than I thought')
    await tabTo(page, ({ text }) => text === words.receipts.correctButton)
    await page.keyboard.press('Enter')
    await at(page, words.receipts.corrected.title)

    await open()
    expect(await page.locator('dl.told').textContent()).toContain('Slower than I thought')
    await tabTo(page, ({ text }) => text === words.receipts.withdraw)
    await page.keyboard.press('Enter')
    await at(page, words.receipts.withdrawTitle)
    await tabTo(page, ({ text }) => text === words.receipts.withdrawButton)
    await page.keyboard.press('Enter')
    await at(page, words.receipts.withdrawn.title)
    await context.close()
  },
)

test('the officer sees only the counts of an open wave’s last full hour, also when reminding', async () => {
  const page = await signedIn(browser, firstOfficer)
  await page.goto(`${reportingUrl}/waves/progress?period=2021`)
  const { wavePages, waves } = messages('en').reporting
  // A full hour may pass during the test; with so few people it shows zeros.
  const countedNote = page.getByText(/^(First figures at|As of) /)
  await countedNote.first().waitFor()
  await page.getByText(wavePages.progress.coverage.sampled, { exact: true }).waitFor({ state: 'detached' })
  expect(await page.getByText(wavePages.progress.curve.withdrawn(2)).count()).toBe(0)
  await page.getByRole('link', { name: wavePages.tabs.letters, exact: true }).click()
  await page.getByText(waves.reminders(5, 10, 3)).waitFor()

  // The next command removes the result of the first, which does not say whether anyone was left to remind.
  const { remind, pause } = waves
  await page.getByRole('button', { name: remind.action, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: remind.confirmTitle })
  await dialog.getByText(/^(The number who have not answered|At most) /).waitFor()
  await dialog.getByRole('button', { name: remind.action, exact: true }).click()
  const remindedNote = page.getByText(remind.done)
  await remindedNote.waitFor()
  await page.getByRole('button', { name: pause.action, exact: true }).click()
  await remindedNote.waitFor({ state: 'detached' })
  await page.context().close()
})
