import type { Browser } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { lookAtPage } from './look-at-page.ts'
import { signedInUser } from './signed-in-user.ts'

const { reportingUrl } = workerStack()
const { goals, registers: register, reporting } = messages('en')
const { registers, rows, shell } = reporting
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const csv = (...lines: readonly string[]) => ({
  name: 'completions.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(`number,completedAt\n${lines.map((line) => `${line}\n`).join('')}`),
})

const hasFocus = (element: Element) => element === document.activeElement

test('human resources gets from a file to the people who are missing in five clicks', async () => {
  const { page } = await signedInUser(browser, 'Hana', 'human-resources', 'en')
  const name = registers.names['training-completions']!
  await page.getByRole('link', { name: shell.registers, exact: true }).first().click()
  await page.getByRole('link', { name: registers.importInto(name), exact: true }).click()
  const file = page.locator('input[type="file"]')
  // The third click opens the window of the files.
  await file.setInputFiles(csv('E0001,31/12/2025', 'E0001,2025-01-15'))
  await page.getByRole('rowheader', { name: registers.errorRow(2) }).waitFor()
  await page.getByRole('cell', { name: 'completedAt', exact: true }).first().waitFor()
  await file.setInputFiles(csv('E0001,2024-01-15T09:00:00Z'))
  await page.getByRole('heading', { level: 1, name: registers.fits(1, 'completions.csv') }).waitFor()
  expect(await lookAtPage(page, 'an import', 'en')).toEqual([])
  await page.getByRole('button', { name: registers.confirm, exact: true }).click()
  await page.getByRole('heading', { level: 1, name: registers.done(1) }).waitFor()
  await page.getByRole('link', { name: registers.whoIsMissing(goals.names['staff-training']), exact: true }).click()
  await page.waitForURL('**/goal/staff-training?listed=person*')
  // A person who is missing is named and leads to the own records.
  const person = page.getByRole('table').first().locator('tbody').getByRole('rowheader').first().getByRole('link')
  await person.waitFor()
  expect(await person.getAttribute('href')).toMatch(/^\/registers\/staff-roles\?only=number/)
  await page.context().close()
})

test('a list is filtered, sorted and corrected at once, and typed text is not lost by leaving', async () => {
  const { page } = await signedInUser(browser, 'Ito', 'procurement', 'en')
  const names = register.fields['audit-findings']
  await page.goto(`${reportingUrl}/registers/audit-findings`)
  await page.getByRole('button', { name: rows.filter, exact: true }).click()
  await page.getByLabel(rows.field, { exact: true }).selectOption('severity')
  await page.getByLabel(rows.value, { exact: true }).selectOption('low')
  await page.getByRole('button', { name: rows.addFilter, exact: true }).click()
  await page.waitForURL('**only=severity%3Alow*')
  // The focus is on the button that opened the form, and the number of records is announced.
  await expect.poll(() => page.getByRole('button', { name: rows.filter, exact: true }).evaluate(hasFocus)).toBe(true)
  await page.getByRole('status').filter({ hasText: register.names['audit-findings'] }).waitFor()
  const search = page.getByRole('searchbox', { name: rows.search })
  await search.fill('e')
  await search.press('Enter')
  await page.waitForURL('**find=e*')
  expect(await search.evaluate(hasFocus)).toBe(true)
  await search.fill('')
  await search.press('Enter')
  await page.waitForURL((url) => !url.searchParams.has('find'))
  await page.getByRole('link', { name: names.foundOn, exact: true }).click()
  await page.waitForURL('**sort=foundOn*')
  const chip = page.getByRole('button', { name: `${rows.removeFilter} ${names.severity}` })
  await chip.waitFor()
  expect(await lookAtPage(page, 'a filtered register', 'en')).toEqual([])

  await page.getByLabel(rows.selectAll).check()
  await page.getByRole('button', { name: rows.correctMany, exact: true }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(rows.field, { exact: true }).selectOption('owner')
  await dialog.getByLabel(names.owner, { exact: true }).fill('Audit team')
  await dialog.getByLabel(rows.reason).fill('The department has a new name.')
  await dialog.getByRole('button', { name: rows.correctMany, exact: true }).click()
  await page.getByRole('cell', { name: 'Audit team' }).first().waitFor()
  await chip.click()
  await page.waitForURL((url) => !url.searchParams.has('only'))

  await page.goto(`${reportingUrl}/registers/audit-findings?row=new`)
  const finding = page.getByLabel(names.finding, { exact: true })
  await finding.fill('No list of processors')
  await page.getByRole('link', { name: register.names['audit-findings'], exact: true }).click()
  const { unsaved } = reporting.fields
  const warning = page.getByRole('dialog', { name: unsaved.title })
  await warning.getByRole('button', { name: shell.cancel }).click()
  expect(await finding.inputValue()).toBe('No list of processors')
  await page.getByRole('link', { name: register.names['audit-findings'], exact: true }).click()
  await warning.getByRole('button', { name: unsaved.leave }).click()
  await page.waitForURL((url) => !url.searchParams.has('row'))
  await page.context().close()
})
