import type { Browser, Request } from '@playwright/test'
import type { Locale } from '@wayproof/kernel'
import { messages } from '@wayproof/messages'
import { firstOfficer } from '@wayproof/sample-company'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from './chromium.ts'

const { reportingUrl } = inject('stack')
const { period } = inject('demo')
/** Page, modules, styles and messages, in transferred size. */
const MOST_BYTES = 215_000
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** A signed-in person whose browser has nothing of the dashboard in its cache. */
async function emptyBrowser(locale: Locale) {
  const outside = await browser.newContext({ locale })
  const page = await outside.newPage()
  const { access } = messages(locale).reporting
  await page.goto(`${reportingUrl}/sign-in`)
  await page.getByLabel(access.email).fill(firstOfficer.email)
  await page.getByLabel(access.password, { exact: true }).fill(firstOfficer.password)
  await page.getByRole('button', { name: access.signIn }).click()
  await page.waitForURL('**/scorecard*')
  const { cookies } = await outside.storageState()
  await outside.close()
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  return browser.newContext({ locale, storageState: { cookies, origins: [{ origin: reportingUrl, localStorage }] } })
}

test.each(['zh-CN', 'en'] as const)(
  'the first screen loads at most 215 KB until its figures are shown, in %s',
  async (locale) => {
    const context = await emptyBrowser(locale)
    const page = await context.newPage()
    const asked: Request[] = []
    page.on('request', (request) => asked.push(request))
    await page.goto(`${reportingUrl}/scorecard?period=${period}`)
    await page.locator('tbody tr p small').first().waitFor()
    const before = asked.filter((request) => !new URL(request.url()).pathname.startsWith('/trpc/'))
    const loaded = await Promise.all(
      before.map(async (request) => {
        const [sizes, response] = [await request.sizes(), await request.response()]
        const { 'content-encoding': encoding = 'none' } = (await response?.allHeaders()) ?? {}
        return { path: new URL(request.url()).pathname, bytes: sizes.responseBodySize, encoding }
      }),
    )
    const bytes = loaded.reduce((sum, each) => sum + each.bytes, 0)
    const table = loaded.map(({ path, bytes: size, encoding }) => `${size} ${encoding} ${path}`).join('\n')
    expect(
      loaded.filter(({ encoding }) => encoding === 'none'),
      table,
    ).toEqual([])
    expect(
      loaded.filter(({ path }) => /Chart/.test(path)),
      table,
    ).toEqual([])
    // One language alone.
    expect(
      loaded.filter(({ path }) => /\/dashboard-/.test(path)),
      table,
    ).toHaveLength(1)
    expect(bytes, table).toBeLessThanOrEqual(MOST_BYTES)
    await context.close()
  },
)
