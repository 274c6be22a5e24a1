import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { type AppProcess, startApp } from '@wayproof/local-stack/processes/app-process'
import { freePort } from '@wayproof/local-stack/testing/daemon'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { accessFaults, pageFaults } from './page-faults.ts'

const PASSWORD = 'a long password of nobody'
const TRAVELERS = 12
const WIDTHS = { 'zh-CN': 390, en: 1280 } as const

const travelerRows = () => {
  const columns =
    'customerNumber,email,locale,tripType,channel,region,lastTrip,adult,residence,basis,basisWording,basisNamesSurveys,basisNotice,basisSource,basisDate'
  const rows = Array.from(
    { length: TRAVELERS },
    (_, n) => `C${n},t${n}@x.example,en,group,app,east,2026-03,yes,CN,consent,6,yes,,app,2026-01-05`,
  )
  return [columns, ...rows, ''].join('\n')
}

const data = mkdtempSync(join(tmpdir(), 'wayproof-empty-'))
const port = String(await freePort())
const address = `http://127.0.0.1:${port}`
let browser: Browser
let app: AppProcess
let link: string

beforeAll(async () => {
  app = startApp('reporting', { DATA_DIR: data, REPORTING_PORT: port, DATABASE_URL: undefined }, join(data, 'log'))
  link = await app.line((line) => /https?:\S+\/invitation\/\S+/.exec(line)?.[0])
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  rmSync(data, { recursive: true, force: true })
})

test.each(LOCALES)('until the first link is used, the pages before sign-in say where it is, in %s', async (locale) => {
  const { access } = messages(locale).reporting
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  const storageState = { cookies: [], origins: [{ origin: address, localStorage }] }
  const page = await browser.newPage({ locale, storageState })
  for (const path of ['/sign-in', '/scorecard', '/invitation/none'])
    for (const width of [390, 1280]) {
      await page.setViewportSize({ width, height: 844 })
      await page.goto(address + path)
      await page.getByText(access.firstLinkPlace).waitFor()
      await page.getByText(access.firstLinkAgain).waitFor()
      expect(await pageFaults(page, locale)).toEqual([])
    }
  expect(await accessFaults(page)).toEqual([])
  await page.goto(`${address}/sign-in`)
  await page.goto(new URL(link).pathname.replace(/^/, address))
  await page.getByText(access.welcomeOfficer).waitFor()
  await page.close()
})

test.each(LOCALES)('a new officer goes from the first link to a scheduled wave, in %s', async (locale) => {
  const own = mkdtempSync(join(tmpdir(), 'wayproof-first-run-'))
  const ownPort = String(await freePort())
  const ownAddress = `http://127.0.0.1:${ownPort}`
  const settings = { DATA_DIR: own, DATABASE_URL: undefined, REPORTING_URL: ownAddress, SMTP_URL: undefined }
  const dashboard = startApp('reporting', { ...settings, REPORTING_PORT: ownPort }, join(own, 'log'))
  onTestFinished(async () => {
    await dashboard.stop()
    rmSync(own, { recursive: true, force: true })
  })
  const firstLink = await dashboard.line((line) => /https?:\S+\/invitation\/\S+/.exec(line)?.[0])
  const { firstRun, people, programme, registers } = messages(locale).reporting
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  const page = await browser.newPage({
    ...{ locale, viewport: { width: WIDTHS[locale], height: 900 } },
    storageState: { cookies: [], origins: [{ origin: ownAddress, localStorage }] },
  })
  const main = page.locator('main')
  const step = (name: keyof typeof firstRun.steps) =>
    main.locator('li').filter({ has: page.getByRole('heading', { name: firstRun.steps[name].title, exact: true }) })
  /** Waits for the guide with the number of done steps. */
  const guide = async (done: number) => {
    const title = firstRun.title(done, Object.keys(firstRun.steps).length)
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await pageFaults(page, locale)).toEqual([])
  }
  const start = (name: keyof typeof firstRun.steps) => step(name).getByRole('button').click()
  const submit = () => main.locator('button[type=submit]').first().click()

  await page.goto(new URL(firstLink).pathname.replace(/^/, ownAddress))
  await page.locator('input[autocomplete=name]').fill('Lin')
  await page.locator('input[autocomplete=username]').fill('officer@own.example')
  await page.locator('input[type=password]').first().fill(PASSWORD)
  await submit()
  await guide(0)
  // Sample data is offered before the organization has a name, and nothing else can be started.
  await page.getByRole('button', { name: messages(locale).reporting.sampleData.load, exact: true }).waitFor()
  expect(await step('people').getByRole('button').isDisabled()).toBe(true)
  await step('people').getByText(firstRun.notes.secondOfficer).waitFor()

  await start('organisation')
  await page.getByLabel(people.settings.nameEn).fill('Own Travel')
  await page.getByLabel(people.settings.contact).fill('privacy@own.example')
  await page.getByLabel(people.settings.start).fill('2024-01-01')
  await submit()
  await guide(1)
  await start('calendar')
  await page.getByLabel(programme.runs).check()
  await submit()
  await guide(2)
  await step('wave').getByText(firstRun.notes.openingNeedsTwo).waitFor()
  await start('mail')
  await page.getByRole('button', { name: programme.mail.choose.action }).click()
  await page.getByRole('dialog').getByRole('button', { name: programme.mail.choose.action }).click()
  await page.getByText(programme.mail.folder).first().waitFor()
  await page.getByRole('link', { name: firstRun.back(3, 8) }).click()
  await guide(3)
  await start('checklist')
  await page.waitForURL('**/settings/checklist')
  await page.getByRole('checkbox').first().check()
  await page.getByLabel(programme.checklist.notice).fill('1')
  await page.getByLabel(programme.checklist.assessment).fill('2026-01-05')
  await page.getByLabel(programme.checklist.backups).fill('30')
  await page.getByLabel(programme.checklist.abroad).fill('0')
  await submit()
  await guide(4)

  await start('travelers')
  const file = { name: 'travelers.csv', mimeType: 'text/csv', buffer: Buffer.from(travelerRows()) }
  await page.locator('input[type=file]').setInputFiles(file)
  await page.getByText(registers.found.few(TRAVELERS, 100)).waitFor()
  await page.getByRole('button', { name: registers.confirm, exact: true }).click()
  await page.getByRole('link', { name: firstRun.back(5, 8) }).click()
  await guide(5)
  await step('travelers').getByText(firstRun.notes.fewTravelers(TRAVELERS, 100)).waitFor()
  // The program began before the installation, but nothing of that time is overdue.
  await page.goto(`${ownAddress}/deadlines`)
  await page.getByRole('link', { name: firstRun.back(5, 8) }).waitFor()
  expect(
    await page.getByRole('heading', { name: messages(locale).deadlines.page.groups.overdue, exact: true }).count(),
  ).toBe(0)
  expect(await accessFaults(page)).toEqual([])
  await page.close()
})
