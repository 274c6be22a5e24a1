import type { Browser } from '@playwright/test'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { downloadedFile } from './downloaded-file.ts'
import { lookAtPage } from './look-at-page.ts'

const { reportingUrl } = workerStack()
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test.each(LOCALES)('an officer searches the audit log and exports it in %s', async (locale) => {
  const { auditLog } = messages(locale).reporting
  const page = await signedIn(browser, firstOfficer, locale)
  await page.goto(`${reportingUrl}/people`)
  await page.getByRole('link', { name: auditLog.searchAll }).click()
  await page.getByRole('heading', { level: 2, name: auditLog.title }).waitFor()
  const rows = page.getByRole('table').getByRole('row')
  await page.getByLabel(auditLog.filters.act, { exact: true }).selectOption('signed-in')
  await rows.filter({ hasText: firstOfficer.name }).first().waitFor()
  expect(await lookAtPage(page, 'the audit log', locale)).toEqual([])

  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: auditLog.export }).click()
  const lines = (await downloadedFile(await download)).toString('utf8').trim().split('\r\n')
  expect(lines.length).toBeGreaterThan(1)
  // The file is in the language of the account.
  const names = LOCALES.map((each) => messages(each).reporting.auditLog.actNames['signed-in'])
  expect(lines.slice(1).every((line) => names.some((name) => line.includes(name)))).toBe(true)

  await page.getByLabel(auditLog.filters.subject).fill('no such record')
  await page.getByRole('button', { name: auditLog.search, exact: true }).click()
  await page.getByText(auditLog.noMatch).waitFor()
  expect(await lookAtPage(page, 'the audit log without a match', locale)).toEqual([])
  await page.getByRole('button', { name: auditLog.filters.clear }).click()
  await page
    .getByRole('cell', { name: auditLog.acts.exported({ ...noWords, subject: 'audit-log.csv' }) })
    .first()
    .waitFor()
  await page.context().close()
})

const noWords = { subject: '', role: '', count: 0, hasFactor: false, isApproved: false, purpose: '' }
