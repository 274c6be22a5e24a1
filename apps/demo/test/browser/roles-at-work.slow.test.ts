import type { Browser, Page } from '@playwright/test'
import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { caseHandler, executives, sampleAuditor } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { lookAtPage } from './look-at-page.ts'
import { signedInUser } from './signed-in-user.ts'

const { reportingUrl } = workerStack()
const { period } = inject('demo')
const LOCALES = ['zh-CN', 'en'] as const
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

/** The page of each role's main work, with the entry of the menu that leads there or to the page above it. */
const MAIN_WORK = {
  executive: { entry: 'summaries', path: `/summaries?period=${period}` },
  auditor: { entry: 'samples', path: `/samples?period=${period}` },
  'human-resources': { entry: 'scorecard', path: `/goal/staff-training?period=${period}&listed=person` },
  'it-security': { entry: 'registers', path: '/registers/incidents' },
  'customer-service': { entry: 'waves', path: `/waves/results?period=${period}` },
  procurement: { entry: 'registers', path: '/registers/partner-audits' },
  'case-handler': { entry: 'whistle-blowing', path: '/whistle-blowing' },
  administrator: { entry: 'people', path: '/people' },
} as const satisfies Partial<Record<UserRole, { readonly entry: string; readonly path: string }>>

type Role = keyof typeof MAIN_WORK

async function pageOf(role: Role, locale: Locale): Promise<Page> {
  if (role === 'executive') return signedIn(browser, executives[0], locale)
  if (role === 'auditor') return signedIn(browser, sampleAuditor, locale)
  if (role === 'case-handler') return signedIn(browser, caseHandler, locale)
  return (await signedInUser(browser, `${role}-${locale}`, role, locale)).page
}

test.concurrent.for(LOCALES)(
  'each role starts at home and reaches its main work, in %s',
  async (locale, { expect }) => {
    const { shell } = messages(locale).reporting
    const faults: string[] = []
    for (const [role, { entry, path }] of Object.entries(MAIN_WORK) as [Role, (typeof MAIN_WORK)[Role]][]) {
      const page = await pageOf(role, locale)
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.goto(reportingUrl)
      await page.getByRole('heading', { level: 1 }).waitFor()
      // An administrator sees no figures, so the first page is that of accounts.
      expect(new URL(page.url()).pathname, role).toBe(role === 'administrator' ? '/people' : '/')
      faults.push(...(await lookAtPage(page, `${role} at home`, locale)))
      await page.setViewportSize({ width: 1280, height: 900 })
      await page.getByRole('navigation').getByRole('link', { name: shell[entry], exact: true }).first().click()
      await page.waitForURL(({ pathname }) => pathname === `/${entry}`)
      await page.goto(reportingUrl + path)
      await page.getByRole('heading', { level: 1 }).waitFor()
      faults.push(...(await lookAtPage(page, `${role} at ${path}`, locale)))
      await page.context().close()
    }
    expect(faults).toEqual([])
  },
)
