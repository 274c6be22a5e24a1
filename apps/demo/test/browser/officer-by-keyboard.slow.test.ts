import type { Browser, Locator, Page } from '@playwright/test'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer, improvement } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { officerAtWork } from './survey-links.ts'

const { reportingUrl } = workerStack()
const { period } = inject('demo')
const { goals, reporting } = messages('en')
const { closing, goal: goalPage, registers, palette, shell } = reporting
const sampleYear = parsePeriod(period)!.year
// Neither the sample's own half-year nor the one that another journey closes.
const closedPeriod = `${sampleYear - 1}-H1`
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

/** Presses Tab until the control has the focus. */
async function reach(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let tabs = 0; tabs < MAX_TABS; tabs++) {
    await page.keyboard.press('Tab')
    if (await control.evaluate((element) => element === document.activeElement)) return
  }
  throw new Error(`no Tab leads to ${control}`)
}

/** Reaches a control, whose focus must be visible and inside the window. */
async function tabTo(page: Page, control: Locator): Promise<void> {
  await reach(page, control)
  expect(await hasFocusMark(control)).toBe(true)
  await expect.poll(() => control.isVisible()).toBe(true)
}

/** Types the note and the action on a goal, and sends them with Enter. */
async function answerFor(page: Page, goal: string, note: string): Promise<void> {
  const { remedy } = closing
  const form = page.locator('form').filter({ has: page.getByLabel(note) })
  await reach(page, form.getByLabel(note))
  await page.keyboard.type('Reports came late.')
  await reach(page, form.getByLabel(remedy.action, { exact: true }))
  await page.keyboard.type('Ask for them a month earlier.')
  // Day and month are alike, because their order is the browser’s.
  await reach(page, form.getByLabel(remedy.dueOn))
  await page.keyboard.type(`0101${sampleYear + 5}`)
  await reach(page, form.getByLabel(remedy.effect))
  await page.keyboard.type('All reports by December.')
  await page.keyboard.press('Enter')
  await page.locator('ul').filter({ hasText: goal }).filter({ hasText: 'Reports came late.' }).first().waitFor()
}

/** Presses a button and, in the dialog, the button of the same name. */
async function confirm(
  page: Page,
  { action, confirmTitle }: { readonly action: string; readonly confirmTitle: string },
) {
  await tabTo(page, page.locator('main').getByRole('button', { name: action, exact: true }))
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: confirmTitle })
  await dialog.waitFor()
  await tabTo(page, dialog.getByRole('button', { name: action, exact: true }))
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
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

test('an officer reads a goal, checks a file and freezes a half-year with the keyboard alone', async () => {
  const atWork = await officerAtWork()
  await atWork.choose(closedPeriod, improvement)
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
  await page.getByRole('heading', { level: 2, name: closing.goals.title }).waitFor()
  const halfYear = page.getByRole('combobox', { name: goalPage.trend.period })
  while (!page.url().endsWith(closedPeriod)) {
    const before = page.url()
    await page.keyboard.press('[')
    await page.waitForURL(({ href }) => href !== before)
    // The key counts from the half-year on the page, which is drawn after the address has changed.
    const shown = new URL(page.url()).searchParams.get('period')
    await expect.poll(() => halfYear.inputValue()).toBe(shown)
  }
  const title = (text: string) => page.getByRole('heading', { level: 1, name: text, exact: true }).waitFor()
  const halfYearName = periodName(closedPeriod, 'en')
  // Audits of partners are judged by the year: in the middle of it no goal is missed, only the survey was not held.
  const { verdicts } = await atWork.scorecard(closedPeriod)
  expect(verdicts.filter(({ status }) => status === 'red')).toEqual([])
  await title(closing.title.lacking(halfYearName, 1))
  await answerFor(page, goals.names['customer-satisfaction'], closing.remedy.noteNoWave)
  await title(closing.title.ready(halfYearName))
  await confirm(page, closing.freeze)
  await title(closing.title.frozen(halfYearName, 0))
  await confirm(page, closing.takeBack)
  await title(closing.title.ready(halfYearName))
  await page.context().close()
})
