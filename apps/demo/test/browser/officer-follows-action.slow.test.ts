import type { Browser, Page } from '@playwright/test'
import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { parsePeriod } from '@wayproof/kernel/calendar/period'
import { messages } from '@wayproof/messages/messages'
import { approvingOfficer, firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { lookAtPage } from './look-at-page.ts'

const { reportingUrl } = workerStack()
const sampleYear = parsePeriod(inject('demo').period)!.year
const today = dateAt(Date.now(), 'Asia/Shanghai')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

// A half-year of its own for each language, which no other journey freezes or closes.
const PERIODS = [
  { locale: 'en', period: `${sampleYear - 2}-H1`, action: 'Ask for reports earlier', outcome: 'All reports came' },
  { locale: 'zh-CN', period: `${sampleYear - 2}-H2`, action: '提前索取报告', outcome: '报告均已收到' },
] as const

test.each(PERIODS)(
  'an action goes from a red goal to its outcome in $locale',
  async ({ locale, period, action, outcome }) => {
    const words = messages(locale)
    const { actions, closing, fields, shell } = words.reporting
    const page = await signedIn(browser, firstOfficer, locale)
    await page.goto(`${reportingUrl}/closing?period=${period}`)
    const form = page
      .locator('form')
      .filter({ has: page.getByLabel(closing.remedy.note, { exact: true }) })
      .first()
    await form.getByLabel(closing.remedy.note, { exact: true }).fill(outcome)
    await form.getByLabel(closing.remedy.action, { exact: true }).fill(action)
    await form.getByLabel(closing.remedy.dueOn).fill(addDays(today, 5))
    await form.getByLabel(closing.remedy.effect).fill(outcome)
    await form.getByRole('button', { name: closing.remedy.save, exact: true }).click()
    await page.getByText(action, { exact: true }).first().waitFor()

    const listed = async (at: Page) => {
      await at.goto(`${reportingUrl}/actions?origin=red-goal`)
      await at.getByRole('row').filter({ hasText: action }).waitFor()
    }
    await listed(page)
    expect(await lookAtPage(page, 'the actions', locale)).toEqual([])
    const second = await signedIn(browser, approvingOfficer, locale)
    const listening = second.waitForResponse((response) => response.url().includes('live.changes'))
    await listed(second)
    await listening
    const typed = async (at: Page, text: string) => {
      await at.getByRole('button', { name: `${actions.record} ${action}` }).click()
      const dialog = at.getByRole('dialog')
      await dialog.getByLabel(closing.before.text).fill(text)
      return { dialog, save: dialog.getByRole('button', { name: closing.before.record, exact: true }) }
    }
    // Typed before the first officer saves: the second officer's page says so, and keeps the text.
    const late = await typed(second, `${outcome} (2)`)
    const first = await typed(page, outcome)
    await first.save.dblclick()
    await first.dialog.waitFor({ state: 'detached' })
    await second.getByText(shell.changedByOthers(shell.actions)).waitFor()
    await late.save.click()
    await late.dialog.getByText(fields.newer.title).waitFor()
    await late.dialog.getByText(outcome, { exact: true }).waitFor()
    expect(await late.dialog.getByLabel(closing.before.text).inputValue()).toBe(`${outcome} (2)`)
    const hearing = page.waitForResponse((response) => response.url().includes('live.changes'))
    await page.goto(`${reportingUrl}/actions?show=closed`)
    await hearing
    await late.dialog.getByRole('button', { name: fields.newer.keep }).click()
    await late.save.click()
    await late.dialog.waitFor({ state: 'detached' })
    // The first officer's page shows it without being reloaded.
    await page.getByRole('row').filter({ hasText: action }).getByText(`${outcome} (2)`).last().waitFor()
    await second.context().close()

    await page.goto(`${reportingUrl}/actions?show=closed`)
    const row = page.getByRole('row').filter({ hasText: action })
    await row.getByText(words.closing.outcomes.done).last().waitFor()
    await row.getByText(outcome).last().waitFor()
    expect(await lookAtPage(page, 'the closed actions', locale)).toEqual([])
    await page.context().close()
  },
)
