import type { Browser } from '@playwright/test'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { accessFaults } from './page-faults.ts'

const { reportingUrl } = workerStack()
const { period } = inject('demo')
const LOCALES = ['zh-CN', 'en'] as const
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(LOCALES)('a person jumps to a page, a goal and a record by keyboard alone, in %s', async (locale) => {
  const page = await signedIn(browser, firstOfficer, locale)
  const { palette, shell } = messages(locale).reporting
  const { registers, goals } = messages(locale)
  await page.goto(`${reportingUrl}/scorecard?period=${period}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  const dialog = page.getByRole('dialog', { name: palette.title })
  const jump = async (text: string, option: string) => {
    await page.keyboard.press('Control+k')
    await dialog.waitFor()
    await page.keyboard.type(text)
    await dialog.getByRole('option', { name: option, selected: true }).waitFor()
    await page.keyboard.press('Enter')
    await dialog.waitFor({ state: 'detached' })
  }

  await jump(goals.names['staff-training'], goals.names['staff-training'])
  await page.waitForURL(`**/goal/staff-training?period=${period}`)
  await jump(shell.closing, shell.closing)
  await page.waitForURL(`**/closing?period=${period}`)
  const incident = `I-${period.slice(0, 4)}-01`
  await jump(incident, incident)
  await page.waitForURL('**/registers/incidents?*')
  await page.getByRole('heading', { level: 1, name: incident }).waitFor()

  await page.keyboard.press('Control+k')
  await dialog.waitFor()
  await page.keyboard.type(registers.names['partner-audits'])
  await dialog.getByRole('option', { name: registers.names['partner-audits'] }).first().waitFor()
  expect(await accessFaults(page)).toEqual([])
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
  await page.context().close()
})

test('letters open pages and change the half-year, until they are switched off', async () => {
  const page = await signedIn(browser, firstOfficer, 'en')
  const { shortcuts, shell } = messages('en').reporting
  await page.goto(`${reportingUrl}/measures?period=${period}`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await page.waitForURL(`**/closing?period=${period}`)
  await page.getByRole('heading', { level: 2, name: messages('en').reporting.closing.goals.title }).waitFor()
  await page.keyboard.press('[')
  await page.waitForURL(`**/closing?period=${period.slice(0, 4)}-H1`)
  const control = page.getByRole('combobox', { name: messages('en').reporting.goal.trend.period })
  await expect
    .poll(() => control.locator('option:checked').textContent())
    .toBe(shell.asLabel(periodName(`${period.slice(0, 4)}-H1`, 'en')))

  await page.keyboard.press('?')
  const sheet = page.getByRole('dialog', { name: shortcuts.title })
  await sheet.waitFor()
  expect(await accessFaults(page)).toEqual([])
  await sheet.getByRole('checkbox').click()
  await page.keyboard.press('Escape')
  await sheet.waitFor({ state: 'detached' })
  await page.keyboard.press(']')
  await page.keyboard.press('Control+k')
  await page.getByRole('dialog').waitFor()
  expect(new URL(page.url()).searchParams.get('period')).toBe(`${period.slice(0, 4)}-H1`)
  await page.context().close()
})
