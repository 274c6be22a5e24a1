import type { Browser } from '@playwright/test'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { screensOf } from '../../src/pictures/screens.ts'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { pageReady } from './page-ready.ts'

const { reportingUrl } = workerStack()
const { period } = inject('demo')
/** About two screens. */
const MAX_HEIGHT_PX = 2_000
/** Lists that other journeys fill. */
const LISTS = ['actions', 'audit-log', 'deadlines', 'people', 'questions', 'requests', 'wave-comments']
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('no page is longer than two screens of a desktop', async () => {
  const page = await signedIn(browser, firstOfficer)
  await page.setViewportSize({ width: 1280, height: 900 })
  const heights: [string, number][] = []
  for (const { name, path } of screensOf({ judged: period, open: period }).officer) {
    if (LISTS.includes(name)) continue
    await page.goto(reportingUrl + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await pageReady(page)
    heights.push([name, await page.evaluate(() => document.documentElement.scrollHeight)])
  }
  expect(heights.filter(([, height]) => height > MAX_HEIGHT_PX)).toEqual([])
  await page.context().close()
})
