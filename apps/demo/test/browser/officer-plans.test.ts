import type { Browser } from '@playwright/test'
import { messages } from '@wayproof/messages'
import type { ProgrammeState } from '@wayproof/survey'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { firstOfficer } from '../../src/sample/people.ts'
import { openBrowser } from './chromium.ts'
import { signedIn } from './closing-people.ts'
import { officerAtWork } from './survey-links.ts'

const { reportingUrl } = inject('house')
const { programme: text, shell } = messages('en').reporting
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function planned() {
  const officer = await officerAtWork()
  return { officer, state: await officer.query<ProgrammeState>('programme.get', {}) }
}

test('an officer plans whom each wave asks, and reads beside the waves when the next one opens', async () => {
  const { officer, state } = await planned()
  const { runs, runsSince, ...plan } = state.programme
  try {
    const page = await signedIn(browser, firstOfficer)
    await page.goto(`${reportingUrl}/settings`)
    await page.getByLabel(text.mode).selectOption('sample')
    await page.getByLabel(text.size, { exact: true }).fill('40')
    await page.getByLabel(text.runs).setChecked(true)
    await page.getByText(text.asks('sample', 40)).waitFor()
    await page.getByLabel(text.runs).setChecked(runs)
    const form = page.locator('form').filter({ has: page.getByLabel(text.daysOpen) })
    await form.getByRole('button', { name: shell.save, exact: true }).click()
    await form.getByText(shell.saved, { exact: true }).waitFor()
    await page.reload()
    expect(await page.getByLabel(text.size, { exact: true }).inputValue()).toBe('40')
    await page.goto(`${reportingUrl}/waves`)
    await page.getByRole('heading', { name: text.nextTitle }).waitFor()
    const told = runs ? text.asks('sample', 40) : runsSince === null ? text.stopped : text.paused
    await page.getByText(told).waitFor()
    await page.context().close()
  } finally {
    await officer.mutate('programme.save', { runs, plan })
  }
})

test('a checklist that does not hold is saved as such, and by nobody confirmed', async () => {
  const { officer, state } = await planned()
  const { confirmedAt: _, confirmedBy, ...points } = state.checklist!
  const confirmed = () => page.getByText(confirmedBy, { exact: true })
  const page = await signedIn(browser, firstOfficer)
  try {
    await page.goto(`${reportingUrl}/settings`)
    const { checklist } = text
    const form = page.locator('form').filter({ has: page.getByLabel(checklist.backups) })
    await form.getByText(confirmedBy).waitFor()
    await form.getByLabel(checklist.backups).fill('45')
    await form.getByLabel(checklist.notice).fill('')
    await form.getByRole('button', { name: checklist.confirm, exact: true }).click()
    await form.getByText(checklist.doesNotHold(2)).waitFor()
    await form.getByText(checklist.lacking.backups).waitFor()
    expect(await form.getByText(confirmedBy).count()).toBe(0)
    expect(await form.getByText(shell.saved, { exact: true }).count()).toBe(0)
  } finally {
    await officer.confirm(points)
  }
  await page.reload()
  await confirmed().first().waitFor()
  await page.context().close()
})
