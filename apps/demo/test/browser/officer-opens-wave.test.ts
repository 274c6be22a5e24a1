import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Locator } from '@playwright/test'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { accept, officer } from '@wayproof/local-stack/clients/officer'
import { type AppProcess, startApp } from '@wayproof/local-stack/processes/app-process'
import { freePort } from '@wayproof/local-stack/testing/daemon'
import { periodName } from '@wayproof/messages/date-format'
import { messages } from '@wayproof/messages/messages'
import { consentedTravelers } from '@wayproof/sample-company/consented-travelers'
import { checkedPoints, firstOfficer } from '@wayproof/sample-company/people'
import { openablePeriods } from '@wayproof/survey/opening/openable-period'
import { latestClosingDay } from '@wayproof/survey/opening/wave-plan'
import { SMALLEST_WAVE } from '@wayproof/survey/programme/programme'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { pageReady } from './page-ready.ts'

// An installation of its own, because the shared one always has an open wave.
const data = mkdtempSync(join(tmpdir(), 'wayproof-opening-'))
const port = String(await freePort())
const address = `http://127.0.0.1:${port}`
const dayIn = (timeZone: string) => dateAt(Date.now(), timeZone)
// On the last day of a half-year the page opens no wave; in one of these zones it is another day.
const TIME_ZONE =
  ['Asia/Shanghai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago'].find(
    (timeZone) => dayIn(timeZone) < latestClosingDay(dayIn(timeZone)),
  ) ?? ''
const [period = ''] = openablePeriods(dayIn(TIME_ZONE))
const TRAVELERS = 120
let browser: Browser
let app: AppProcess

beforeAll(async () => {
  const places = { DATA_DIR: data, DATABASE_URL: undefined }
  app = startApp('reporting', { ...places, REPORTING_PORT: port, TIME_ZONE }, join(data, 'log'))
  const link = await app.line((line) => /https?:\S+\/invitation\/\S+/.exec(line)?.[0])
  browser = await openBrowser()
  const atWork = officer(await accept(address, link, { ...firstOfficer, locale: 'en' }))
  await atWork.organise({
    ...{ nameZh: '云途旅行', nameEn: 'Yuntu Travel', contactEmail: 'privacy@yuntu.example' },
    ...{ programmeStart: '2020-01-01', baselineYear: null, sample: true },
  })
  await atWork.chooseFolder()
  await atWork.confirm(checkedPoints)
  const lastTrip = `${period.slice(0, 4)}-${period.endsWith('H1') ? '05' : '11'}`
  const rows = Array.from({ length: TRAVELERS }, (_, n) => [
    ...[`T${n}`, `t${n}@fresh.example`, n % 2 ? 'en' : 'zh-CN', 'group', 'app', 'east', lastTrip, 'yes'],
  ])
  await atWork.importFile('travelers', new Blob([consentedTravelers(rows)]), { fileName: 'travelers.csv' })
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  rmSync(data, { recursive: true, force: true })
})

async function officerPage() {
  const storageState = {
    ...{ cookies: [], origins: [{ origin: address, localStorage: [{ name: 'wayproof-language', value: 'en' }] }] },
  }
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, storageState, reducedMotion: 'reduce' })
  const { email, password } = firstOfficer
  const signIn = await page.request.post(`${address}/api/auth/sign-in/email`, {
    headers: { origin: address },
    data: { email, password },
  })
  expect(signIn.ok()).toBe(true)
  return page
}

test('a plan that is being made is not left without a question, and Back returns to it', async () => {
  const { opening } = messages('en').reporting.wavePages
  const { fields, shell, waves } = messages('en').reporting
  const page = await officerPage()
  await page.goto(`${address}/waves/open`)
  const mode = page.getByLabel(waves.open.mode, { exact: true })
  await mode.selectOption({ label: waves.open.sample })
  const size = page.getByLabel(waves.open.size, { exact: true })
  await size.fill('7')
  await page.getByText(waves.open.tooFew(7, SMALLEST_WAVE)).waitFor()
  expect(await page.getByRole('button', { name: opening.next, exact: true }).isDisabled()).toBe(true)
  await size.fill('107')
  await page.getByRole('button', { name: opening.next, exact: true }).click()
  await page.getByText(opening.required, { exact: true }).first().waitFor()
  expect(new URL(page.url()).searchParams.get('step')).toBe('questions')
  await page.goBack()
  await page.waitForURL(({ searchParams }) => !searchParams.has('step'))
  expect(await size.inputValue()).toBe('107')
  await page.getByRole('link', { name: shell.scorecard, exact: true }).click()
  const question = page.getByRole('dialog', { name: fields.unsaved.title })
  await question.getByRole('button', { name: shell.cancel }).click()
  await question.waitFor({ state: 'detached' })
  expect(await size.inputValue()).toBe('107')
  await page.getByRole('link', { name: shell.scorecard, exact: true }).click()
  await question.getByRole('button', { name: fields.unsaved.leave }).click()
  await page.waitForURL('**/scorecard*')
  await page.close()
})

test('an officer opens a wave with at most six clicks and without scrolling, and the confirmation stays', async () => {
  const { open } = messages('en').reporting.waves
  const { opening } = messages('en').reporting.wavePages
  const page = await officerPage()
  let clicks = 0
  async function click(target: Locator) {
    await target.waitFor()
    const { y, height } = (await target.boundingBox())!
    expect(y + height).toBeLessThanOrEqual(900)
    await target.click()
    clicks++
    expect(await page.evaluate(() => window.scrollY)).toBe(0)
  }
  await page.goto(`${address}/waves`)
  await click(page.getByRole('link', { name: opening.title, exact: true }))
  const next = page.getByRole('button', { name: opening.next, exact: true })
  await page.getByText(open.preview(TRAVELERS, TRAVELERS)).waitFor()
  await click(next)
  await page.getByText(opening.required, { exact: true }).first().waitFor()
  await click(next)
  await page.getByText(open.tellsNothing).waitFor()
  await page.goBack()
  await page.getByText(opening.required, { exact: true }).first().waitFor()
  await page.goForward()
  await page.getByText(open.tellsNothing).waitFor()
  await click(next)
  await click(page.getByRole('button', { name: open.action, exact: true }))
  await page.getByRole('heading', { level: 1, name: opening.doneTitle(periodName(period, 'en')) }).waitFor()
  expect(clicks).toBeLessThanOrEqual(6)
  await pageReady(page)
  expect(await page.getByText(/120 invitations are sent/).isVisible()).toBe(true)
  // This company has one officer.
  await page.getByRole('link', { name: opening.toApprovals }).click()
  await page.getByText(messages('en').reporting.approvals.nobody).waitFor()
  // The opening is not asked for twice, and the home says who is missing.
  await page.goto(`${address}/waves/open`)
  await page.getByText(messages('en').reporting.approvals.nobody).waitFor()
  expect(await page.getByRole('button', { name: opening.next, exact: true }).count()).toBe(0)
  await page.goto(address)
  await page.getByText(messages('en').reporting.firstRun.notes.openingNeedsTwo).waitFor()
  await page.close()
})
