import type { Browser, Locator, Page } from '@playwright/test'
import { addDays, dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { day } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { downloadedFile } from './downloaded-file.ts'
import { lookAtPage } from './look-at-page.ts'

const { reportingUrl } = workerStack()
const today = dateAt(Date.now(), 'Asia/Shanghai')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const press = (at: Page | Locator, name: string) => at.getByRole('button', { name, exact: true }).click()

const MEETINGS = [
  { locale: 'en', heldOn: today, decided: 'Read the logs weekly', effect: 'no leak unseen', other: 'Legal' },
  { locale: 'zh-CN', heldOn: addDays(today, -1), decided: '每周检查日志', effect: '及时发现泄露', other: '法务部' },
] as const

test.each(MEETINGS)('a meeting goes from its agenda to its minutes in $locale', async ({ locale, ...meeting }) => {
  const { actions, closing, meetings, shell } = messages(locale).reporting
  const { heldOn, decided, effect, other } = meeting
  const title = meetings.meetingOf(day(heldOn, locale))
  const nextOn = addDays(today, 90)
  const page = await signedIn(browser, firstOfficer, locale)
  await page.goto(`${reportingUrl}/meetings`)
  await page.getByLabel(meetings.plan.day).fill(today)
  await press(page, meetings.plan.save)
  await page.getByRole('heading', { name: meetings.agenda.title }).waitFor()
  expect(await lookAtPage(page, 'a planned meeting', locale)).toEqual([])

  await page.getByLabel(meetings.hold.day).fill(heldOn)
  await press(page, meetings.hold.action)
  await page.getByRole('heading', { level: 1, name: title }).waitFor()
  const decisions = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: meetings.decisions.title }) })
  await decisions.getByLabel(meetings.decisions.text, { exact: true }).fill(decided)
  await decisions.getByLabel(meetings.decisions.becomesAction).check()
  await decisions.getByLabel(actions.columns.owner).selectOption('it-security')
  await decisions.getByLabel(closing.remedy.dueOn).fill(addDays(today, 20))
  await decisions.getByLabel(actions.columns.effect).fill(effect)
  await press(decisions, meetings.decisions.save)
  await decisions.getByRole('listitem').filter({ hasText: decided }).waitFor()

  await page.getByRole('checkbox', { name: new RegExp(firstOfficer.name) }).check()
  await page.getByLabel(meetings.minutes.others).fill(other)
  await page.getByLabel(meetings.minutes.next).fill(nextOn)
  expect(await page.getByRole('button', { name: meetings.finish.action }).isDisabled()).toBe(true)
  await press(page, meetings.minutes.save)
  await page.getByText(shell.saved).waitFor()
  expect(await lookAtPage(page, 'open minutes', locale)).toEqual([])

  await press(page, meetings.finish.action)
  await press(page.getByRole('dialog', { name: meetings.finish.confirmTitle }), meetings.finish.action)
  const pdf = page.getByRole('link', { name: meetings.pdf.en })
  await pdf.waitFor()
  expect(await page.getByRole('button', { name: meetings.minutes.save }).count()).toBe(0)
  expect(await lookAtPage(page, 'finished minutes', locale)).toEqual([])
  const download = page.waitForEvent('download')
  await pdf.click()
  const file = await downloadedFile(await download)
  expect(file.subarray(0, 5).toString('latin1')).toBe('%PDF-')

  await page.goto(`${reportingUrl}/registers/privacy-meetings`)
  await page.getByText(day(heldOn, locale)).first().waitFor()
  await page.goto(`${reportingUrl}/meetings`)
  await page.getByRole('heading', { level: 1, name: meetings.title(day(nextOn, locale)) }).waitFor()
  expect(await lookAtPage(page, 'the meetings', locale)).toEqual([])
  await page.goto(`${reportingUrl}/actions?origin=meeting`)
  await page.getByRole('row').filter({ hasText: decided }).waitFor()
  await page.context().close()
})
