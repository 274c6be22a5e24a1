import type { Browser, Request } from '@playwright/test'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'

const { reportingUrl } = workerStack()
const { period } = inject('demo')
/** Page, modules, styles and messages, in transferred size. */
const MAX_BYTES = 215_000
const MAX_REQUESTS = 8
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function sizeOf(request: Request, path: string) {
  const [sizes, response] = [await request.sizes(), await request.response()]
  const { 'content-encoding': encoding = 'none' } = (await response?.allHeaders()) ?? {}
  return { path, bytes: sizes.responseBodySize, encoding }
}

/** A signed-in person whose browser has nothing of the dashboard in its cache. */
async function emptyBrowser(locale: Locale) {
  const signedOutContext = await browser.newContext({ locale })
  const page = await signedOutContext.newPage()
  const { access } = messages(locale).reporting
  await page.goto(`${reportingUrl}/sign-in`)
  await page.getByLabel(access.email).fill(firstOfficer.email)
  await page.getByLabel(access.password, { exact: true }).fill(firstOfficer.password)
  await page.getByRole('button', { name: access.signIn }).click()
  await page.waitForURL(({ pathname }) => pathname === '/')
  const { cookies } = await signedOutContext.storageState()
  await signedOutContext.close()
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  return browser.newContext({ locale, storageState: { cookies, origins: [{ origin: reportingUrl, localStorage }] } })
}

/** Notes in the page when the browser has taken over: what stands below the first screen loads two frames later. */
const noteTakeover = () => {
  new MutationObserver((_, observer) => {
    if (!document.title.includes('·')) return
    observer.disconnect()
    Object.assign(globalThis, { takenOverAt: performance.now() })
  }).observe(document, { subtree: true, childList: true, characterData: true })
}

/** Paths that the page had asked for when the browser took over, without its own. */
const pathsBefore = () => {
  const { takenOverAt } = globalThis as unknown as { readonly takenOverAt: number }
  return performance
    .getEntriesByType('resource')
    .filter(({ startTime }) => startTime <= takenOverAt)
    .map(({ name }) => new URL(name).pathname)
}

test.each(['zh-CN', 'en'] as const)(
  'the first screen loads at most 215 KB in 8 requests until its figures are shown, in %s',
  async (locale) => {
    const context = await emptyBrowser(locale)
    const page = await context.newPage()
    const requests: Request[] = []
    page.on('request', (request) => requests.push(request))
    await page.addInitScript(noteTakeover)
    await page.goto(`${reportingUrl}/?period=${period}`)
    await page.locator('tbody tr td p').first().waitFor()
    // The server draws the figures; the title tells that the browser has taken over.
    await page.waitForFunction(() => 'takenOverAt' in globalThis)
    const paths = new Set(['/', ...(await page.evaluate(pathsBefore))])
    const loaded = await Promise.all(
      requests.flatMap((request) => {
        const { pathname: path } = new URL(request.url())
        if (path.startsWith('/trpc/') || !paths.has(path)) return []
        return [sizeOf(request, path)]
      }),
    )
    const bytes = loaded.reduce((sum, entry) => sum + entry.bytes, 0)
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
    expect(loaded.length, table).toBeLessThanOrEqual(MAX_REQUESTS)
    expect(bytes, table).toBeLessThanOrEqual(MAX_BYTES)
    await context.close()
  },
)

test('a browser without Temporal loads it and shows the same figures', async () => {
  const context = await emptyBrowser('en')
  await context.addInitScript(() => Reflect.deleteProperty(globalThis, 'Temporal'))
  const page = await context.newPage()
  await page.goto(`${reportingUrl}/deadlines`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await page.evaluate(() => 'Temporal' in globalThis)).toBe(false)
  await context.close()
})
