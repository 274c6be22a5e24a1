import type { Browser, Page } from '@playwright/test'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { pageReady } from './page-ready.ts'

const { reportingUrl } = workerStack()
const { period } = inject('demo')
/** A4 within its margins, in CSS pixels. */
const SHEET = { width: 726, height: 1050 }
const BLACK = 'rgb(0, 0, 0)'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const row = encodeURIComponent(`["I-${period.slice(0, 4)}-01"]`)
const PAGES = [
  ['home', `/?period=${period}`],
  ['goal', `/goal/customer-satisfaction?period=${period}`],
  ['results of a wave', `/waves/results?period=${period}`],
  ['method report', `/waves/method-report?period=${period}`],
  ['register row', `/registers/incidents?row=${row}`],
  ['meetings', '/meetings'],
] as const

/** The parts that a print of the page would show and must not, or would hide. */
const printFaults = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    ({ width, black }) => {
      const isShown = (element: Element) => element.getClientRects().length > 0
      const name = (element: Element) => `${element.localName} ${element.textContent?.trim().slice(0, 40)}`
      const all = (selector: string) => [...document.querySelectorAll(selector)]
      const body = getComputedStyle(document.body)
      const heading = document.querySelector('h1')
      return [
        ...all('nav, button, input, select, textarea, main [data-button], main .mantine-Button-root')
          .filter(isShown)
          .map((element) => `control: ${name(element)}`),
        ...all('main table')
          .filter((table) => isShown(table) && table.getBoundingClientRect().right > width + 1)
          .map((table) => `cut: ${name(table)}`),
        ...all('main details > :not(summary)')
          .filter((content) => !content.checkVisibility({ contentVisibilityAuto: true }))
          .map((content) => `folded: ${name(content)}`),
        ...(body.backgroundColor === 'rgb(255, 255, 255)' ? [] : [`background: ${body.backgroundColor}`]),
        ...(heading && getComputedStyle(heading).color === black ? [] : ['heading: not black']),
      ]
    },
    { width: SHEET.width, black: BLACK },
  )

test.each(['light', 'dark'] as const)('each main page prints without menu and controls, in %s', async (colorScheme) => {
  const page = await signedIn(browser, firstOfficer)
  const faults: string[] = []
  for (const [name, path] of PAGES) {
    await page.emulateMedia({ media: 'screen', colorScheme })
    await page.goto(reportingUrl + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await pageReady(page)
    await page.setViewportSize(SHEET)
    await page.emulateMedia({ media: 'print', colorScheme })
    faults.push(...(await printFaults(page)).map((fault) => `${name}: ${fault}`))
    await page.setViewportSize({ width: 1280, height: 900 })
  }
  expect(faults).toEqual([])
  await page.context().close()
})
