import type { Browser } from '@playwright/test'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'

const { reportingUrl } = workerStack()
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(LOCALES)('the page of the API shows every operation and asks no other server, in %s', async (locale) => {
  const page = await browser.newPage({ locale, viewport: { width: 390, height: 844 } })
  const complaints: string[] = []
  const otherServers: string[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url())
    if (protocol !== 'data:' && origin !== reportingUrl) otherServers.push(request.url())
  })
  await page.goto(`${reportingUrl}/api-description?lang=${locale}`)
  await page.locator('.opblock-tag').first().waitFor()
  for (const group of await page.locator('.opblock-tag').all()) await group.click()

  const { paths } = await (await fetch(`${reportingUrl}/api/openapi.json`)).json()
  const operations = Object.values<object>(paths).flatMap((path) => Object.keys(path))
  expect(operations.length).toBeGreaterThan(0)
  await expect.poll(() => page.locator('.opblock').count()).toBe(operations.length)
  // An opened operation shows what it answers.
  await page.locator('.opblock-summary-control').first().click()
  await page.locator('.opblock.is-open .response-col_status', { hasText: '200' }).first().waitFor()
  expect(await page.getByText(messages(locale).api.page.loading).count()).toBe(0)
  expect(complaints).toEqual([])
  expect(otherServers).toEqual([])
  const { scrollWidth, clientWidth } = await page.evaluate(() => document.documentElement)
  expect(scrollWidth).toBe(clientWidth)
  await page.close()
})
