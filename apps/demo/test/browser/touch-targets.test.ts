import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from './chromium.ts'

const { surveyUrl } = inject('stack')
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
  page.locator('a, button').evaluateAll((all) =>
    all.flatMap((each) => {
      const { height } = each.getClientRects()[0] ?? { height: 0 }
      const flows = getComputedStyle(each).display === 'inline'
      const beside = each.closest('.sum') !== null || each.parentElement?.textContent !== each.textContent
      return height > 0 && height < (flows && beside ? 24 : 44) ? [`${each.textContent}: ${height}`] : []
    }),
  )

test.each(['zh-CN', 'en'] as const)(
  'buttons and links on the public pages are as high as a fingertip, in %s',
  async (locale) => {
    const context = await browser.newContext({ javaScriptEnabled: true, locale, viewport: { width: 320, height: 640 } })
    const page = await context.newPage()
    const missed: string[] = []
    for (const path of PAGES) {
      await page.goto(`${surveyUrl}${path}?lang=${locale}`)
      missed.push(...(await tooSmall(page)).map((each) => `${path} ${each}`))
    }
    expect(missed).toEqual([])

    // A list marker is beside the first line of a link with several lines.
    await page.goto(`${surveyUrl}/receipt?lang=${locale}`)
    await page.locator('input.key').fill('no code')
    await page.locator('button.go').click()
    const link = page.locator('.sum a')
    expect(await link.evaluate((each) => each.getClientRects().length)).toBeGreaterThan(1)
    expect(await tooSmall(page)).toEqual([])
    await context.close()
  },
)
