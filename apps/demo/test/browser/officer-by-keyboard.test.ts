import type { Browser, Locator, Page } from '@playwright/test'
import { openBrowser } from '@wayproof/local-stack/browser'
import { messages } from '@wayproof/messages'
import { firstOfficer } from '@wayproof/sample-company'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { signedIn } from './closing-people.ts'

const { reportingUrl } = inject('stack')
const { period } = inject('demo')
const { goals, reporting } = messages('en')
const { registers, palette, shell } = reporting
const MAX_TABS = 150
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A control is outlined, or the box that it spreads over its row. */
const hasFocusMark = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => {
    const marked = [getComputedStyle(element), getComputedStyle(element, '::after')]
    return marked.some((style) => style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) > 0)
  })

/** Presses Tab until the control has the focus, which must be visible and inside the window. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) {
      expect(await hasFocusMark(control)).toBe(true)
      await expect.poll(() => control.isVisible()).toBe(true)
      return
    }
  }
  throw new Error(`no Tab leads to ${control}`)
}

async function jump(page: Page, text: string, option: string): Promise<void> {
  const dialog = page.getByRole('dialog', { name: palette.title })
  await page.keyboard.press('Control+k')
  await dialog.waitFor()
  await page.keyboard.type(text)
  await dialog.getByRole('option', { name: option, selected: true }).waitFor()
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
}

test('an officer reads a goal, checks a file and reaches the freeze with the keyboard alone', async () => {
  const page = await signedIn(browser, firstOfficer)
  await page.goto(`${reportingUrl}/?period=${period}`)
  // The server draws the page; the title tells that the browser has taken over.
  await page.waitForFunction(() => document.title.includes('·'))
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').textContent()).toBe(shell.skip)

  await jump(page, shell.scorecard, shell.scorecard)
  await page.waitForURL('**/scorecard*')
  await tabTo(page, page.getByRole('row').getByRole('link', { name: goals.names['staff-training'] }))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/goal/staff-training*')
  await page.getByRole('heading', { level: 1 }).waitFor()

  await jump(page, palette.acts.import, palette.acts.import)
  await page.waitForURL('**/registers*')
  const name = registers.names['training-completions']!
  await tabTo(page, page.getByRole('link', { name: registers.importInto(name), exact: true }))
  await page.keyboard.press('Enter')
  await page.waitForURL('**/registers/training-completions/import*')
  const file = page.locator('input[type="file"]')
  await file.setInputFiles({
    name: 'completions.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from('number,completedAt\nE0001,2024-01-15T09:00:00Z\n'),
  })
  await page.getByRole('heading', { level: 1, name: registers.fits(1, 'completions.csv') }).waitFor()
  await tabTo(page, page.getByRole('button', { name: registers.confirm, exact: true }))

  await jump(page, shell.closing, shell.closing)
  await page.waitForURL('**/closing*')
  await tabTo(page, page.locator('main').getByRole('button').last())
  await page.context().close()
})
