import type { Browser, Page } from '@playwright/test'
import { periodName } from '@wayproof/messages/date-format'
import { verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import { executives } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { openAccountPanel } from './account-panel.ts'
import { letterTo, officerAtWork } from './survey-links.ts'

const { reportingUrl } = workerStack()
const { scorecard, period } = inject('demo')
const zh = messages('zh-CN')
const en = messages('en')
const password = 'a password of some length'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function signIn(page: Page, email: string, secret: string) {
  const words = en.reporting.access
  await page.getByLabel(words.email).fill(email)
  await page.getByLabel(words.password, { exact: true }).fill(secret)
  await page.getByRole('button', { name: words.signIn }).click()
}
const title = (page: Page, text: string) => page.getByRole('heading', { level: 1, name: text }).waitFor()
const tableOf = (page: Page, caption: string) => page.locator('table').filter({ hasText: caption }).locator('tbody tr')

test('an officer signs up with a link, reads the scorecard and opens the missing records of a missed goal', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const email = 'reading-officer@yuntu.example'
  await (await officerAtWork()).invite(email, 'officer', 'en')
  await page.goto(await letterTo(email, ({ text }) => /https?:\/\/\S+\/invitation\/[\w-]+/.exec(text)?.[0] ?? null))
  await page.getByLabel(en.reporting.access.name).fill('Reading Officer')
  await page.getByLabel(en.reporting.access.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: en.reporting.access.accept }).click()

  // The home shows the half-year of the latest survey.
  await title(page, en.scorecard.headline(scorecard.standing))
  const through = en.scorecard.counted(scorecard.asOf, null)
  await page.getByText(through).first().waitFor()
  const goalRows = tableOf(page, en.reporting.scorecard.caption(periodName(period, 'en')))
  await expect.poll(() => goalRows.count()).toBe(5)
  const rows = await goalRows.all()
  for (const [i, verdict] of scorecard.verdicts.entries()) {
    const text = ((await rows[i]!.textContent()) ?? '').replace(/\s+/g, ' ')
    expect(text).toContain(en.goals.names[verdict.goal])
    expect(text).toContain(en.scorecard.brief(verdict).replace(/\s+/g, ' '))
    expect(text.replace(/\s/g, '')).toContain((verdictValue(verdict, 'en') ?? '').replace(/\s/g, ''))
  }

  const missedGoal = scorecard.verdicts.find(({ verdict, missing }) => verdict === 'missed' && missing)!
  await page.getByRole('link', { name: en.goals.names[missedGoal.goal], exact: true }).click()
  await title(page, en.scorecard.title(missedGoal))
  const caption = en.reporting.goal.missing.caption(en.goals.names[missedGoal.goal])
  const showAllButton = page.getByRole('button', { name: /^Show all/ })
  await tableOf(page, caption).first().waitFor()
  if (await showAllButton.isVisible()) await showAllButton.click()
  await expect.poll(() => tableOf(page, caption).count()).toBe(missedGoal.missing)

  await openAccountPanel(page)
  await page.getByRole('button', { name: '中文' }).click()
  await title(page, zh.scorecard.title(missedGoal))
  await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('zh-CN')
  await page.getByRole('button', { name: 'English' }).click()

  await page.getByRole('button', { name: en.reporting.shell.signOut }).click()
  await title(page, en.reporting.access.signIn)
  await page.goto(`${reportingUrl}/people`)
  await title(page, en.reporting.access.signIn)
  await signIn(page, email, 'a password that is wrong')
  await page.getByText(en.reporting.access.wrong).waitFor()
  await signIn(page, email, password)
  await tableOf(page, en.reporting.people.caption).filter({ hasText: email }).waitFor()
  await context.close()
})

test('an executive reads and decides, and sees staff by unit only', async () => {
  const context = await browser.newContext({ locale: 'en-GB' })
  const page = await context.newPage()
  const { email, password: secret } = executives[1]
  await page.goto(`${reportingUrl}/sign-in`)
  await signIn(page, email, secret)
  await title(page, en.scorecard.headlineParts(scorecard.standing).met)
  for (const name of [en.reporting.scorecard.summary.send, en.reporting.scorecard.summary.preview])
    expect(await page.getByRole('button', { name }).count()).toBe(0)
  expect(await page.getByRole('link', { name: en.reporting.shell.people }).count()).toBe(0)

  await page.goto(`${reportingUrl}/goal/staff-training?period=${period}&listed=person`)
  await title(page, en.scorecard.title(scorecard.verdicts.find(({ goal }) => goal === 'staff-training')!))
  const { columns } = { columns: en.reporting.goal.missing }
  await page.getByRole('columnheader', { name: columns.people }).first().waitFor()
  expect(await page.getByText(/\bE\d{4}\b/).count()).toBe(0)

  await page.goto(`${reportingUrl}/registers`)
  await page.getByRole('link', { name: en.registers.names.partners, exact: true }).waitFor()
  expect(await page.getByRole('link', { name: /^Import/ }).count()).toBe(0)
  await page.goto(`${reportingUrl}/waves`)
  await page
    .getByRole('link', { name: periodName(period, 'en') })
    .first()
    .waitFor()
  const { open, remind, pause, resume, closing } = en.reporting.waves
  for (const name of [open.action, remind.action, pause.action, resume.action, closing.propose])
    expect(await page.getByRole('button', { name }).count()).toBe(0)
  await context.close()
})
