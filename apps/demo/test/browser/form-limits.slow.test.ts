import type { Browser, Page } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedInUser } from './signed-in-user.ts'

const { reportingUrl } = workerStack()
const { registers: register, reporting } = messages('en')
const { evidence, fields, rows, shell } = reporting
const names = register.fields.partners
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const field = (page: Page, label: string) => page.getByLabel(label, { exact: true })
const save = (page: Page) => page.getByRole('button', { name: shell.save, exact: true }).click()

async function newPartner(page: Page, id: string) {
  await page.goto(`${reportingUrl}/registers/partners?row=new`)
  await field(page, names.id).fill(id)
  await field(page, names.service).fill('Hotels')
  await field(page, names.processesPersonalData).selectOption('yes')
  await field(page, names.onboarded).fill('2025-01-02')
  await field(page, rows.reason).fill('A new partner.')
}

test('a record keeps what is typed as it is, or says which field cannot keep it; nothing is cut', async () => {
  const { page } = await signedInUser(browser, 'Kei', 'procurement', 'en')
  await newPartner(page, 'LIMIT')
  const name = field(page, names.name)
  for (const text of ['', 'x'.repeat(10_000), 'a\u0000b']) {
    await name.fill(text)
    if (text.length === 10_000) await page.getByText(fields.tooLong(10_000, 200)).waitFor()
    await save(page)
    await expect.poll(() => name.getAttribute('aria-invalid')).toBe('true')
    expect(await name.inputValue()).toBe(text)
  }
  for (const [n, text] of ['שלום مرحبا', '🧭👩🏽', '=1+1', '<script>alert(1)</script>'].entries()) {
    if (n > 0) await newPartner(page, `LIMIT-${n}`)
    await name.fill(text)
    await save(page)
    await page.getByRole('heading', { level: 1 }).filter({ hasText: text }).waitFor()
  }
  // Nothing is uploaded: the browser knows the size of a dropped picture.
  await page.getByRole('button', { name: evidence.attach, exact: true }).waitFor()
  await page.evaluate(() => {
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File([new Uint8Array(40 * 1024 * 1024)], 'photo.png', { type: 'image/png' }))
    window.dispatchEvent(new DragEvent('drop', { dataTransfer, cancelable: true }))
  })
  await page.getByText(evidence.faults['evidence-too-large']!).waitFor()
  await page.context().close()
})
