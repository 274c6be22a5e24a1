import type { Browser } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'

const { reportingUrl } = workerStack()
const { reporting } = messages('en')
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

test('the undo of an API import names its key, not its request', async () => {
  const page = await signedIn(browser, firstOfficer)
  const { request } = page.context()
  const headers = { origin: reportingUrl, 'content-type': 'application/json' }
  const key = { json: { name: 'Booking system', scopes: ['partners:write'] } }
  const keyResponse = await request.post(`${reportingUrl}/trpc/apiKey.make`, { headers, data: key })
  const { token } = (await keyResponse.json()).result.data.json
  const row = { id: 'P42', name: 'Lakeside', service: 'rooms', processesPersonalData: false, onboarded: '2026-01-01' }
  const rows = `${reportingUrl}/api/v1/registers/partners/rows`
  const response = await request.post(rows, { headers: { authorization: `Bearer ${token}` }, data: [row] })
  expect(response.status()).toBe(200)

  await page.goto(`${reportingUrl}/registers/partners`)
  const { undo, undoSentTitle, undoText, undoneNow } = reporting.imports
  await page.getByRole('button', { name: undo, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: undoSentTitle('Booking system') })
  await dialog.getByText(undoText(1, 0)).waitFor()
  await dialog.getByLabel(reporting.rows.reason).fill('Sent by mistake.')
  await dialog.getByRole('button', { name: undo, exact: true }).click()
  await page.getByText(undoneNow(1, 0)).waitFor()
  await page.context().close()
})
