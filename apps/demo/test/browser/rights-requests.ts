import type { Page } from '@playwright/test'
import type { RightsKind } from '@wayproof/evidence/rights/rights-case'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { workerStack } from '../setup/worker-stack.ts'
import { letterTo } from './survey-links.ts'

interface SubmittedRequest {
  readonly kind: RightsKind
  readonly text: string
  /** Empty for an anonymous request. */
  readonly email: string
}

/** Fills in the public form and submits it; the window then shows the case code. */
export async function sendRequest(
  page: Page,
  locale: Locale,
  { kind, text, email }: SubmittedRequest,
): Promise<string> {
  await page.goto(`${workerStack().surveyUrl}/rights?lang=${locale}`)
  await page.locator(`input[name="kind"][value="${kind}"]`).check()
  await page.locator('input[name="regime"][value="china"]').check()
  await page.locator('textarea').fill(text)
  await page.locator('input[name="email"]').fill(email)
  await page.locator('button.go').click()
  await page.getByRole('heading', { level: 1, name: messages(locale).rights.sent.title }).waitFor()
  return (await page.locator('.code').textContent()) ?? ''
}

/** The eight digits of the latest letter to `email`. */
export const mailedDigits = (email: string): Promise<string> =>
  letterTo(email, ({ subject }) => /\d{4} \d{4}/.exec(subject)?.[0] ?? null)

/** Opens the request with `text` in it from the officer's list. */
export async function openListed(page: Page, text: string): Promise<void> {
  const links = await page
    .locator('tbody a')
    .evaluateAll((anchors) => anchors.map((anchor) => anchor.getAttribute('href')!))
  for (const link of links) {
    await page.goto(workerStack().reportingUrl + link)
    await page.locator('dl dd[lang]').first().waitFor()
    if ((await page.locator('dl dd[lang]').first().textContent()) === text) return
  }
  throw new Error('the request is not in the list')
}
