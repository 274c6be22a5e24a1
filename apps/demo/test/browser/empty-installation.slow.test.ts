import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { LOCALES } from '@wayproof/kernel'
import { type AppProcess, startApp } from '@wayproof/local-stack/processes'
import { freePort } from '@wayproof/local-stack/testing'
import { messages } from '@wayproof/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { accessFaults, pageFaults } from './page-faults.ts'

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
