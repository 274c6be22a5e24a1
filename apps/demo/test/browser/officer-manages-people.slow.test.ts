import type { Browser, Page, Request } from '@playwright/test'
import type { UserRole } from '@wayproof/accounts/accounts/person'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { approvingOfficer, firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { signedInUser } from './signed-in-user.ts'

const { reportingUrl } = workerStack()
const PHONE = { width: 390, height: 844 }
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function peoplePage(locale: Locale, account: Parameters<typeof signedIn>[1] = firstOfficer): Promise<Page> {
  const page = await signedIn(browser, account, locale)
  await page.setViewportSize(PHONE)
  await page.goto(`${reportingUrl}/people`)
  return page
}

const rowOf = (page: Page, { email }: { readonly email: string }, locale: Locale) =>
  page
    .getByRole('region', { name: messages(locale).reporting.shell.people, exact: true })
    .getByRole('row')
    .filter({ hasText: email })

/** Chooses an act in the menu of a person's row. */
async function choose(
  page: Page,
  person: { readonly name: string; readonly email: string },
  act: 'role' | 'remove',
  locale: Locale,
): Promise<void> {
  const { menu } = messages(locale).reporting.account.people
  await rowOf(page, person, locale)
    .getByRole('button', { name: menu.label(person.name) })
    .click()
  await page.getByRole('menuitem', { name: menu[act] }).click()
}

interface Call {
  readonly status: number
  /** Sent after a call was refused. An earlier one may have passed the check of the session just before it ended. */
  readonly isLater: boolean
}

/** Notes each call of a page from now on. */
function callsOf(page: Page): readonly Call[] {
  const calls: Call[] = []
  const laterRequests = new WeakSet<Request>()
  page.on('request', (request) => {
    if (calls.some(({ status }) => status === 401)) laterRequests.add(request)
  })
  // `session.me` is open to everyone and says that no one is signed in.
  page.on('response', (answer) => {
    const isLater = laterRequests.has(answer.request())
    if (/\/trpc\/(?!session\.me)/.test(answer.url())) calls.push({ status: answer.status(), isLater })
  })
  return calls
}

/**
 * The open page is refused, at the latest when it opens another page, and says that the session has ended. Its live
 * connection may have been refused before.
 */
async function expectStopped(page: Page, calls: readonly Call[], locale: Locale): Promise<void> {
  const { faults, shell } = messages(locale).reporting
  await page.getByRole('link', { name: shell.registers, exact: true }).click()
  await page.getByRole('heading', { name: faults.signedOutTitle }).waitFor()
  expect(calls.map(({ status }) => status)).toContain(401)
  expect(calls.filter(({ isLater, status }) => isLater && status !== 401)).toEqual([])
}

test.each(LOCALES)('changing a role on a phone in %s announces what ends, and ends it', async (locale) => {
  const { account, people } = messages(locale).reporting
  const { account: text, roles } = people
  const person = await signedInUser(browser, `Changes-${locale}`, 'executive', locale)
  const officer = await peoplePage(locale)
  await officer.getByLabel(account.people.search).fill(person.name.toUpperCase())
  await rowOf(officer, firstOfficer, locale).waitFor({ state: 'detached' })
  await rowOf(officer, person, locale).getByText(account.people.noApp).last().waitFor()
  await choose(officer, person, 'role', locale)
  const dialog = officer.getByRole('dialog')
  await dialog.getByLabel(text.newRole).selectOption('auditor')
  await dialog.getByText(text.ends(text.sessions(2))).waitFor()
  const calls = callsOf(person.page)
  await dialog.getByRole('button', { name: text.changeRole }).click()
  await rowOf(officer, person, locale).getByText(roles.auditor).waitFor()
  await expectStopped(person.page, calls, locale)
  expect(await officer.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
})

test.each(LOCALES)('the open page of a removed person stops at its next request in %s, and says so', async (locale) => {
  const { account, people } = messages(locale).reporting
  const { account: text, roles } = people
  const person = await signedInUser(browser, `Leaves-${locale}`, 'procurement', locale)
  const officer = await peoplePage(locale)
  await choose(officer, person, 'remove', locale)
  const dialog = officer.getByRole('dialog')
  await dialog.getByText(text.ends(text.sessions(2))).waitFor()
  await dialog.getByText(text.removed(person.name)).waitFor()
  const calls = callsOf(person.page)
  await dialog.getByRole('button', { name: text.remove }).click()
  await rowOf(officer, person, locale).waitFor({ state: 'detached' })
  await expectStopped(person.page, calls, locale)
  await officer.getByRole('link', { name: account.people.toLog }).click()
  await officer
    .getByRole('region', { name: account.log.changes })
    .getByRole('row')
    .filter({ hasText: person.name })
    .filter({ hasText: account.log.deeds.removed(roles.procurement) })
    .getByText(firstOfficer.name)
    .waitFor()
})

test('a new case handler waits for a second officer, and keeps the old role and session until then', async () => {
  const { account: text, appointments, roles, proposed } = messages('en').reporting.people
  const person = await signedInUser(browser, 'Rises', 'executive', 'en')
  const officer = await peoplePage('en')
  await choose(officer, person, 'role', 'en')
  const dialog = officer.getByRole('dialog')
  await dialog.getByLabel(text.newRole).selectOption('case-handler')
  await dialog.getByText(text.appointed(person.name)).waitFor()
  await dialog.getByRole('button', { name: text.changeRole }).click()
  await rowOf(officer, person, 'en').getByText(proposed(roles['case-handler'])).waitFor()
  await person.page.reload()
  await person.page.getByRole('heading', { level: 1 }).waitFor()

  const second = await peoplePage('en', approvingOfficer)
  const waitingRow = second
    .getByRole('region', { name: appointments.title })
    .getByRole('row')
    .filter({ hasText: person.email })
  await waitingRow.getByText(appointments.instead(roles['case-handler'], roles.executive)).waitFor()
  await waitingRow.getByRole('button', { name: appointments.action }).click()
  await second.getByRole('dialog').getByText(appointments.confirmChange).waitFor()
  const calls = callsOf(person.page)
  await second.getByRole('dialog').getByRole('button', { name: appointments.action }).click()
  await rowOf(second, person, 'en').getByText(roles['case-handler'], { exact: true }).waitFor()
  await expectStopped(person.page, calls, 'en')
})

test('a second invitation of an address says which one it replaces, or which account has the address', async () => {
  const { invite: text, roles } = messages('en').reporting.people
  const { account } = messages('en').reporting
  const email = 'twice@yuntu.example'
  const officer = await peoplePage('en')
  await officer.getByRole('link', { name: account.people.invite }).click()
  const send = async (role: UserRole) => {
    await officer.getByLabel(text.email, { exact: true }).fill(email)
    await officer.getByLabel(text.role, { exact: true }).selectOption(role)
    await officer.getByRole('button', { name: text.action }).click()
  }
  await send('executive')
  await officer.getByText(text.sent(email)).waitFor()
  await send('auditor')
  const dialog = officer.getByRole('dialog')
  await dialog.getByText(`${email} is invited as ${roles.executive}`).waitFor()
  await dialog.getByRole('button', { name: text.replace }).click()
  await dialog.waitFor({ state: 'detached' })
  await officer.getByLabel(text.email, { exact: true }).fill(approvingOfficer.email)
  await officer.getByText(text.taken(approvingOfficer.email, roles.officer)).waitFor()
  expect(await officer.getByRole('button', { name: text.action }).isDisabled()).toBe(true)
  // The typed address is not sent, so the browser asks before the page is left.
  officer.once('dialog', (dialog) => void dialog.accept())
  await officer.goto(`${reportingUrl}/people`)
  await rowOf(officer, { email }, 'en').getByText(roles.auditor).waitFor()
})

test('an administrator starts on People, has no page with figures in the menu, and cannot open one by address', async () => {
  const { shell } = messages('en').reporting
  const person = await signedInUser(browser, 'Keeps-accounts', 'administrator', 'en')
  await person.page.waitForURL('**/people*')
  expect(await person.page.getByRole('link', { name: shell.scorecard, exact: true }).count()).toBe(0)
  await rowOf(person.page, person, 'en').waitFor()
  for (const path of ['closing', 'registers', 'privacy', 'goal/staff-training']) {
    await person.page.goto(`${reportingUrl}/${path}`)
    await person.page.waitForURL('**/people*')
  }
  await person.page.getByRole('link', { name: shell.settings, exact: true }).click()
  await person.page.getByRole('heading', { name: messages('en').reporting.programme.mail.title }).waitFor()
  await person.page
    .getByRole('link', { name: messages('en').reporting.account.settings.sections['api-keys'], exact: true })
    .click()
  await person.page.getByRole('heading', { level: 2, name: messages('en').reporting.keys.title, exact: true }).waitFor()
})
