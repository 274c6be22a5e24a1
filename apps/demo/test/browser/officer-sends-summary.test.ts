import type { Browser, Page } from '@playwright/test'
import { type Locale, parsePeriod, periodKey, quartersOf } from '@wayproof/kernel'
import { systemIds } from '@wayproof/kernel/system'
import { messages } from '@wayproof/messages'
import { DEFAULT_EDITION_SETTINGS } from '@wayproof/scorecard'
import { storePlace } from '@wayproof/store'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { withData } from '../../src/house/open-data.ts'
import { executives, firstOfficer } from '../../src/sample/people.ts'
import { openBrowser } from './chromium.ts'
import { signedIn } from './closing-people.ts'
import { accessFaults, pageFaults } from './page-faults.ts'

const { data, reportingUrl } = inject('house')
const { period } = inject('demo')
const { editions, reporting } = messages('en')
const { summaries } = reporting
const quarter = periodKey(quartersOf(parsePeriod(period)!)[1])
const gap = { code: 'wave-open-past-its-date', owner: 'privacy-officer', closesOn: '2026-01-30' } as const
const comment = 'The partners follow in March.'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  const now = Date.now()
  const due = { period, dueOn: '2026-02-02', openedAt: now, reasons: [] } as const
  await withData(storePlace({ DATA_DIR: data }), async ({ editions: { open, saveSettings } }) => {
    // Else what waits for approval leaves at the next look.
    await saveSettings({ ...DEFAULT_EDITION_SETTINGS, approval: true }, 'test', now)
    const held = { state: 'held', heldAt: now, sendsOn: '2099-01-30', reasons: [gap] } as const
    const waits = { state: 'awaiting-approval', heldAt: null, sendsOn: null } as const
    const half = { kind: 'preliminary', occasion: period, dueBecause: 'half-year-ended' } as const
    const quarterly = { kind: 'quarterly', occasion: quarter, dueBecause: 'quarter-ended' } as const
    expect(await open({ ...due, ...half, ...held, id: systemIds.next() }, [])).toBe(true)
    expect(await open({ ...due, ...quarterly, ...waits, id: systemIds.next() }, [])).toBe(true)
  })
})
afterAll(async () => {
  await browser.close()
  await withData(storePlace({ DATA_DIR: data }), ({ editions }) =>
    editions.saveSettings(DEFAULT_EDITION_SETTINGS, 'test', Date.now()),
  )
})

/** What is wrong with the page in every width. */
async function faultsOf(page: Page, locale: Locale = 'en'): Promise<string[]> {
  const faults: string[] = []
  await page.waitForLoadState('networkidle')
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 900 })
    await page.waitForTimeout(120)
    faults.push(...(await pageFaults(page, locale)).map((fault) => `${width}: ${fault}`))
  }
  return [...faults, ...(await accessFaults(page))]
}

test('an officer sends a held edition as it is, approves another with a comment, and an executive reads both', async () => {
  const page = await signedIn(browser, firstOfficer)
  const at = `${reportingUrl}/summaries?period=${period}`
  await page.goto(at)
  const held = page.getByRole('region', { name: editions.kinds.preliminary })
  await held.getByText(editions.remedy(gap)).waitFor()
  await held.getByRole('button', { name: summaries.letter.show }).click()
  await held.getByText(editions.letter.goalsHeading).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await held.getByRole('button', { name: summaries.held.action }).click()
  const asked = page.getByRole('dialog', { name: summaries.held.confirmTitle })
  // Its wave has been unlinked since: the dialog says what the letter states now.
  await asked.getByText(summaries.stated.none).waitFor()
  await asked.getByRole('button', { name: summaries.held.action }).click()
  await page.getByText(editions.releases['as-is']).waitFor()
  expect(await faultsOf(page)).toEqual([])

  await page.goto(at)
  const waits = page.getByRole('region', { name: editions.letter.of('quarterly', quarter) })
  const field = waits.getByLabel(summaries.comment)
  await field.fill('x'.repeat(601))
  await waits.getByText(summaries.counted(601, 600)).waitFor()
  await waits.getByRole('button', { name: summaries.approval.action }).click()
  await waits.getByText(summaries.commentFault(600)).waitFor()
  await field.fill(comment)
  await waits.locator('[lang="en"][translate="no"]', { hasText: comment }).waitFor()
  await waits.getByRole('button', { name: summaries.approval.action }).click()
  const sure = page.getByRole('dialog', { name: summaries.approval.confirmTitle })
  await sure.getByRole('button', { name: summaries.approval.action }).click()
  await page.getByText(editions.releases.approved).waitFor()
  await page.context().close()

  const executive = await signedIn(browser, executives[1])
  await executive.goto(at)
  await executive.getByRole('link', { name: editions.letter.of('quarterly', quarter) }).click()
  const archive = executive.getByRole('region', { name: summaries.letter.title })
  await archive.getByText(comment).waitFor()
  expect(await executive.getByRole('region', { name: summaries.ledger.title }).count()).toBe(0)
  await executive.context().close()

  const chinese = await signedIn(browser, executives[0], 'zh-CN')
  await chinese.goto(at)
  const { letter } = messages('zh-CN').editions
  expect(await faultsOf(chinese, 'zh-CN')).toEqual([])
  await chinese.getByRole('link', { name: letter.of('quarterly', quarter) }).click()
  await chinese.getByText(messages('zh-CN').reporting.summaries.facts.digest).waitFor()
  expect(await faultsOf(chinese, 'zh-CN')).toEqual([])
  await chinese.context().close()
})
