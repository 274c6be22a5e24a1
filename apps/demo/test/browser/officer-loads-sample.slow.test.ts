import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Cookie, Page } from '@playwright/test'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { type AppProcess, startApp } from '@wayproof/local-stack/processes/app-process'
import { freePort } from '@wayproof/local-stack/testing/daemon'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { accessFaults, pageFaults } from './page-faults.ts'

const data = mkdtempSync(join(tmpdir(), 'wayproof-sample-'))
const port = String(await freePort())
const address = `http://127.0.0.1:${port}`
const EMAIL = 'officer@own.example'
const PASSWORD = 'a long password of nobody'
let browser: Browser
let app: AppProcess
let cookies: Cookie[] = []

beforeAll(async () => {
  app = startApp('reporting', { DATA_DIR: data, REPORTING_PORT: port, DATABASE_URL: undefined }, join(data, 'log'))
  const link = await app.line((line) => /https?:\S+\/invitation\/\S+/.exec(line)?.[0])
  browser = await openBrowser()
  const page = await openIn('en')
  await page.goto(new URL(link).pathname.replace(/^/, address))
  await page.locator('input[autocomplete=name]').fill('Lin')
  await page.locator('input[autocomplete=username]').fill(EMAIL)
  await page.locator('input[type=password]').first().fill(PASSWORD)
  await page.locator('main button[type=submit]').click()
  await page.getByRole('heading', { name: messages('en').reporting.firstRun.heading, exact: true }).waitFor()
  cookies = await page.context().cookies()
  await page.close()
})
afterAll(async () => {
  await browser.close()
  await app.stop()
  rmSync(data, { recursive: true, force: true })
})

/** Opens a page in a language that its reader has chosen, signed in with the cookies. */
function openIn(locale: Locale): Promise<Page> {
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  return browser.newPage({ locale, storageState: { cookies, origins: [{ origin: address, localStorage }] } })
}

test.each(LOCALES)(
  'an officer of an empty installation loads sample data, looks around and removes it, in %s',
  async (locale) => {
    const { firstRun, sampleData: text, shell } = messages(locale).reporting
    const page = await openIn(locale)
    const bar = page.getByRole('complementary', { name: shell.sample })
    const steps = page.getByRole('heading', { name: firstRun.heading, exact: true })
    const isSound = async () => {
      for (const width of [390, 1280]) {
        await page.setViewportSize({ width, height: 844 })
        expect(await pageFaults(page, locale)).toEqual([])
      }
      expect(await accessFaults(page)).toEqual([])
    }

    await page.goto(address)
    await steps.waitFor()
    await page.getByRole('heading', { name: text.title }).waitFor()
    const before = await page.locator('main').textContent()
    expect(await bar.count()).toBe(0)
    await isSound()

    await page.getByRole('button', { name: text.load, exact: true }).click()
    await bar.waitFor()
    await steps.waitFor({ state: 'detached' })
    await isSound()
    for (const path of ['/scorecard', '/registers', '/deadlines', '/waves']) {
      await page.goto(address + path)
      await page.locator('main h1').waitFor()
      await bar.waitFor()
      expect(await pageFaults(page, locale)).toEqual([])
    }

    await bar.getByRole('button', { name: shell.removeSample }).click()
    await page.getByRole('dialog', { name: text.first.title }).getByRole('button', { name: text.first.action }).click()
    const second = page.getByRole('dialog', { name: text.second.title })
    await second.waitFor()
    expect(await accessFaults(page)).toEqual([])
    await second.getByRole('button', { name: text.second.action }).click()
    await bar.waitFor({ state: 'detached' })
    await steps.waitFor()
    await page.getByRole('heading', { name: text.title }).waitFor()
    expect(await page.locator('main').textContent()).toBe(before)
    await page.close()
  },
)
