import type { Browser } from '@playwright/test'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { caseHandler } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { lookAtPage } from './look-at-page.ts'

const { reportingUrl, surveyUrl } = workerStack()
const FLOOD = 25
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** Posts a report as a program does; resolves to the status. */
async function report(text: string): Promise<number> {
  const body = new URLSearchParams({ reporter: 'undisclosed', text, contact: '' })
  const headers = { origin: surveyUrl }
  const response = await fetch(`${surveyUrl}/whistle-blowing`, { method: 'POST', body, headers, redirect: 'manual' })
  return response.status
}

test.each(LOCALES)('a case handler closes a flood, opens it again and closes it, in %s', async (locale) => {
  const { floods, reports } = messages(locale).reporting
  for (let n = 0; n < FLOOD; n += 1) expect(await report(`flood ${locale} ${n}`)).toBe(303)
  const page = await signedIn(browser, caseHandler, locale)
  await page.goto(`${reportingUrl}/whistle-blowing`)
  await page.getByRole('heading', { level: 2, name: floods.title }).waitFor()
  const faults = await lookAtPage(page, 'flood', locale)

  const from = await page.getByLabel(floods.from).inputValue()
  const to = await page.getByLabel(floods.to).inputValue()
  await page.getByLabel(floods.from).fill('2000-01-01')
  await page.getByLabel(floods.to).fill('2000-01-02')
  await page.getByText(floods.none).waitFor()
  expect(await page.getByRole('button', { name: floods.action, exact: true }).isDisabled()).toBe(true)
  await page.getByLabel(floods.from).fill(to)
  await page.getByLabel(floods.to).fill(to)
  expect(from <= to).toBe(true)

  /** Closes what the page counts, and returns the number. */
  const close = async () => {
    const counted = (await page.locator('p[aria-live="polite"]').textContent()) ?? ''
    const entries = Number(/(\d+) (?:entries|件)/.exec(counted)?.[1])
    expect(counted).toBe(floods.counted(entries, day(to, locale), day(to, locale)))
    await page.getByRole('button', { name: floods.action, exact: true }).click()
    const dialog = page.getByRole('dialog', { name: floods.confirmTitle })
    await dialog.getByText(counted, { exact: true }).waitFor()
    await dialog.getByRole('button', { name: floods.action }).click()
    await page.getByText(floods.done(entries), { exact: true }).waitFor()
    return entries
  }
  expect(await close()).toBeGreaterThanOrEqual(FLOOD)
  await page.getByRole('button', { name: floods.reopen }).first().waitFor()
  faults.push(...(await lookAtPage(page, 'flood closed', locale)))
  await page.getByRole('button', { name: floods.reopen }).first().click()
  await page.getByRole('dialog', { name: floods.reopenTitle }).getByRole('button', { name: floods.reopen }).click()
  await page.getByRole('button', { name: floods.reopen }).first().waitFor({ state: 'detached' })
  await page.reload()
  await page.getByRole('heading', { level: 2, name: reports.open }).waitFor()
  await page.getByLabel(floods.from).fill(to)
  expect(await close()).toBeGreaterThanOrEqual(FLOOD)
  expect(faults).toEqual([])
})
