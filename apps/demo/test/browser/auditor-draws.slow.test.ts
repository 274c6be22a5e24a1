import type { Browser } from '@playwright/test'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { executives, sampleAuditor } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'

const { reportingUrl } = workerStack()
const { period } = inject('demo')
const { goals, reporting } = messages('en')
const { faults, goal, samples, shell } = reporting
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** From the list of samples to the worksheet. */
const MOST_CLICKS = 4

test('an auditor draws a sample on the page of all samples, and no result is preselected', async () => {
  const page = await signedIn(browser, sampleAuditor)
  await page.goto(`${reportingUrl}/measures?period=${period}`)
  await page.getByRole('link', { name: shell.samples, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: periodName(period, 'en') }).waitFor()
  expect(await page.getByRole('combobox', { name: goal.trend.period }).inputValue()).toBe(period)
  const panel = page.getByRole('region', { name: samples.draw.title })
  let clicks = 0
  await page.exposeFunction('countClick', () => {
    clicks += 1
  })
  await page.evaluate(() => addEventListener('click', () => (globalThis as { countClick?: () => void }).countClick?.()))
  await panel.getByLabel(samples.draw.figure).click()
  await panel.getByLabel(samples.draw.figure).selectOption(goals.names['partner-audit'])
  await panel.getByLabel(samples.draw.size).click()
  await panel.getByLabel(samples.draw.size).fill('1')
  await panel.getByRole('button', { name: samples.draw.action }).click()
  await page.waitForURL('**/samples/*')
  expect(clicks).toBeLessThanOrEqual(MOST_CLICKS)

  const result = page.getByLabel(samples.sheet.result).first()
  expect(await result.inputValue()).toBe('')
  await page.getByRole('button', { name: samples.sheet.record }).first().click()
  await page.getByText(samples.sheet.chooseResult).first().waitFor()
  await page.context().close()
})

test('a refused page says whom to ask, without an error ID or a retry button', async () => {
  const page = await signedIn(browser, executives[1])
  await page.goto(`${reportingUrl}/registers/partners?row=removed`)
  await page.getByRole('heading', { level: 1, name: faults.notAllowed }).waitFor()
  expect(await page.getByRole('button', { name: faults.again }).count()).toBe(0)
  expect(await page.getByText(/Error number/).count()).toBe(0)
  await page.context().close()
})
