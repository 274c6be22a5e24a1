import type { Browser, Page } from '@playwright/test'
import type { UserRole } from '@wayproof/accounts/accounts/person'
import type { Locale } from '@wayproof/kernel/people/locale'
import { accept, type NewUser } from '@wayproof/local-stack/clients/officer'
import { workerStack } from '../setup/worker-stack.ts'
import { mailedInvitation, signedIn } from './closing-people.ts'
import { officerAtWork } from './survey-links.ts'

/** A user invited by the first officer, with two sessions: one without a window, one on the scorecard. */
export async function signedInUser(
  browser: Browser,
  name: string,
  role: UserRole,
  locale: Locale,
): Promise<NewUser & { readonly page: Page }> {
  const { reportingUrl } = workerStack()
  const account = { name, email: `${name.toLowerCase()}@yuntu.example`, password: 'sample-password-only', locale }
  await (await officerAtWork()).invite(account.email, role, locale)
  await accept(reportingUrl, await mailedInvitation(account.email), account)
  const page = await signedIn(browser, account, locale)
  await page.goto(`${reportingUrl}/scorecard`)
  await page.getByRole('heading', { level: 1 }).waitFor()
  return { ...account, page }
}
