import type { Browser, Page } from '@playwright/test'
import type { Locale } from '@wayproof/kernel/people/locale'
import { accept, type OfficerAtWork } from '@wayproof/local-stack/clients/officer'
import { workerStack } from '../setup/worker-stack.ts'
import { letterTo } from './survey-links.ts'

/** A person who signs for goals, in a separate window. */
export interface Owner {
  readonly page: Page
  readonly role: string
}

const password = 'sample-password-only'
const ROLES = ['human-resources', 'it-security', 'customer-service', 'procurement'] as const

/** A window of an English browser with a signed-in user who reads in `locale`. */
export async function signedIn(
  browser: Browser,
  account: { readonly email: string; readonly password: string },
  locale: Locale = 'en',
) {
  const { reportingUrl: origin } = workerStack()
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  const storageState = { cookies: [], origins: [{ origin, localStorage }] }
  const context = await browser.newContext({ locale: 'en-GB', storageState, reducedMotion: 'reduce' })
  const answer = await context.request.post(`${origin}/api/auth/sign-in/email`, {
    headers: { origin },
    data: { email: account.email, password: account.password },
  })
  if (!answer.ok()) throw new Error(`${account.email} cannot sign in: ${answer.status()}`)
  const page = await context.newPage()
  return page
}

/** The sign-in link that was mailed to `email`. */
export const mailedInvitation = (email: string): Promise<string> =>
  letterTo(email, ({ text }) => /https?:\/\/\S+\/invitation\/[\w-]+/.exec(text)?.[0] ?? null)

/** Invites one person for each role that owns a goal; each accepts by the emailed link and signs in. */
export function owners(browser: Browser, atWork: OfficerAtWork): Promise<Owner[]> {
  const { reportingUrl } = workerStack()
  return Promise.all(
    ROLES.map(async (role) => {
      const email = `${role}@yuntu.example`
      await atWork.invite(email, role, 'en')
      await accept(reportingUrl, await mailedInvitation(email), {
        name: `Owner ${role}`,
        email,
        password,
        locale: 'en',
      })
      return { page: await signedIn(browser, { email, password }), role }
    }),
  )
}
