import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'

const { surveyUrl } = workerStack()
const PAGES = [
  '/',
  '/receipt',
  '/privacy',
  '/rights',
  '/rights/case',
  '/whistle-blowing',
  '/contact',
  '/report',
  '/s/none',
] as const
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/**
 * Links and buttons too small for a fingertip: under 44 px if they stand alone, under 24 px in a sentence or a list of
 * errors (WCAG 2.2, 2.5.8).
 */
const tooSmall = (page: Page) =>
  page.locator('a, button').evaluateAll((elements) =>
    elements.flatMap((element) => {
      const { height } = element.getClientRects()[0] ?? { height: 0 }
      const isInline = getComputedStyle(element).display === 'inline'
      const isBesideText =
        element.closest('.sum') !== null || element.parentElement?.textContent !== element.textContent
      return height > 0 && height < (isInline && isBesideText ? 24 : 44) ? [`${element.textContent}: ${height}`] : []
    }),
  )

test.each(['zh-CN', 'en'] as const)(
  'buttons and links on the public pages are as high as a fingertip, in %s',
  async (locale) => {
    const context = await browser.newContext({ javaScriptEnabled: true, locale, viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    const tooSmallTargets: string[] = []
    for (const path of PAGES) {
      await page.goto(`${surveyUrl}${path}?lang=${locale}`)
      tooSmallTargets.push(...(await tooSmall(page)).map((target) => `${path} ${target}`))
    }
    expect(tooSmallTargets).toEqual([])

    // A list marker is beside the first line of a link with several lines.
    await page.goto(`${surveyUrl}/receipt?lang=${locale}`)
    await page.locator('input.key').fill('no code')
    await page.locator('button.go').click()
    const link = page.locator('.sum a')
    expect(await link.evaluate((anchor) => anchor.getClientRects().length)).toBeGreaterThan(1)
    expect(await tooSmall(page)).toEqual([])
    await context.close()
  },
)
