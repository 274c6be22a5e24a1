import type { Browser, Page } from '@playwright/test'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import type { NewUser } from '@wayproof/local-stack/clients/officer'
import { messages } from '@wayproof/messages/messages'
import { approvingOfficer, firstOfficer } from '@wayproof/sample-company/people'
import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { openAccountPanel } from './account-panel.ts'
import { signedIn } from './closing-people.ts'
import { lookAtPage } from './look-at-page.ts'
import { signedInUser } from './signed-in-user.ts'
import { approveAll, officerAtWork } from './survey-links.ts'

const { reportingUrl } = workerStack()
const ROLE = 'customer-service'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
// A separate role, because other journeys sign in with the others.
afterEach(async () => {
  await approveAll()
  const { waits } = await (await officerAtWork()).mutate<{ waits: boolean }>('secondFactor.require', {
    ...{ role: ROLE, required: false },
  })
  if (waits) await approveAll()
})
afterAll(() => browser.close())

/** The code that an authenticator app shows, or will show `steps` of 30 seconds from now. */
const codeOf = (key: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(key) }).generate({ timestamp: Date.now() + 30_000 * steps })

const factorWords = (locale: Locale) => messages(locale).reporting.account.factor

async function signIn(page: Page, { email, password }: NewUser, locale: Locale): Promise<void> {
  const { access } = messages(locale).reporting
  await page.goto(`${reportingUrl}/sign-in`)
  await page.getByLabel(access.email).fill(email)
  await page.getByLabel(access.password, { exact: true }).fill(password)
  await page.getByRole('button', { name: access.signIn }).click()
}

async function signOut(page: Page, locale: Locale): Promise<void> {
  await openAccountPanel(page)
  await page.getByRole('button', { name: messages(locale).reporting.shell.signOut }).click()
  await page.waitForURL('**/sign-in*')
}

async function givePassword(page: Page, password: string, action: string, locale: Locale): Promise<void> {
  const { account } = messages(locale).reporting
  const panel = page.locator('section, main').filter({ has: page.getByRole('button', { name: action }) })
  await panel.last().getByLabel(account.password.current, { exact: true }).fill(password)
  await panel.last().getByRole('button', { name: action }).click()
}

/** Gives the password and a code, which a second factor that is on needs to change. */
async function giveBoth(page: Page, password: string, code: string, action: string, locale: Locale): Promise<void> {
  await page.getByLabel(factorWords(locale).code, { exact: true }).fill(code)
  await givePassword(page, password, action, locale)
}

async function giveCode(page: Page, code: string, action: string, locale: Locale): Promise<void> {
  await page.getByLabel(factorWords(locale).code, { exact: true }).fill(code)
  await page.getByRole('button', { name: action }).click()
}

const shownCodes = (page: Page, locale: Locale) =>
  page
    .getByRole('list', { name: factorWords(locale).recoveryCodes })
    .getByRole('listitem')
    .allTextContents()

/** The key and the recovery codes on the page, which also shows a QR code. */
async function shownKey(page: Page, locale: Locale) {
  const text = factorWords(locale)
  await page.getByRole('img', { name: text.qr }).waitFor()
  const key = (await page.getByText(text.key).locator('[translate="no"]').textContent()) ?? ''
  return { key, codes: await shownCodes(page, locale) }
}

/** An officer sets in Settings whether a role needs a second factor. */
async function require(officer: Page, required: boolean, locale: Locale): Promise<void> {
  const name = messages(locale).reporting.people.roles[ROLE]
  await officer.goto(`${reportingUrl}/settings/security`)
  const rules = officer.getByRole('region', { name: factorWords(locale).rules.title })
  await rules.getByRole('checkbox', { name, checked: !required }).click()
  if (!required) {
    await officer.getByText(messages(locale).reporting.approvals.asked).waitFor()
    await approveAll()
    // A page hears of changes about two seconds after it was opened.
    await officer.reload()
  }
  await rules.getByRole('checkbox', { name, checked: required }).waitFor()
}

const resetOf = (page: Page, { name }: NewUser, locale: Locale) =>
  page
    .getByRole('region', { name: factorWords(locale).resets.title })
    .getByRole('row')
    .filter({ hasText: name })

test.each(LOCALES)(
  'a user whose role needs a second factor sets it up, uses it, loses it and starts again, in %s',
  async (locale) => {
    const { access, account } = messages(locale).reporting
    const text = account.factor
    const person = await signedInUser(browser, `Proves-${locale}`, ROLE, locale)
    const officer = await signedIn(browser, firstOfficer, locale)
    await require(officer, true, locale)
    const page = await person.page.context().newPage()
    const faults: string[] = []
    const wrongly = async (code: string, action: string) => {
      await giveCode(page, code, action, locale)
      await page.getByText(text.wrongCode).waitFor()
    }
    const enters = async (code: string) => {
      await signIn(page, person, locale)
      await giveCode(page, code, access.signIn, locale)
      await page.waitForURL(({ pathname }) => pathname === '/')
    }

    await page.context().clearCookies()
    await signIn(page, person, locale)
    await page.getByRole('heading', { name: text.mustTitle }).waitFor()
    await givePassword(page, 'another-password', text.begin, locale)
    await page.getByText(account.password.wrong).waitFor()
    faults.push(...(await lookAtPage(page, 'the password before the key', locale)))
    await givePassword(page, person.password, text.begin, locale)
    const first = await shownKey(page, locale)
    expect(first.codes).toHaveLength(10)
    await wrongly('000000', text.finish)
    faults.push(...(await lookAtPage(page, 'key and recovery codes', locale)))
    await giveCode(page, codeOf(first.key), text.finish, locale)
    await page.waitForURL(({ pathname }) => pathname === '/')
    await signOut(page, locale)

    await signIn(page, person, locale)
    await page.getByRole('heading', { name: text.codeTitle }).waitFor()
    await wrongly('000000', access.signIn)
    faults.push(...(await lookAtPage(page, 'the code after the password', locale)))
    // The code that ended the set-up opens no second session.
    await giveCode(page, codeOf(first.key, 1), access.signIn, locale)
    await page.waitForURL(({ pathname }) => pathname === '/')
    await signOut(page, locale)
    await enters(first.codes[0] ?? '')
    await signOut(page, locale)
    await signIn(page, person, locale)
    await wrongly(first.codes[0] ?? '', access.signIn)

    await enters(first.codes[1] ?? '')
    await page.goto(`${reportingUrl}/profile`)
    await page.getByText(text.left(8)).waitFor()
    expect(await page.getByRole('button', { name: text.end }).count()).toBe(0)
    await page.getByRole('button', { name: text.newCodes }).click()
    await giveBoth(page, person.password, first.codes[3] ?? '', text.newCodes, locale)
    await page.getByRole('button', { name: text.newCodesKept }).waitFor()
    const renewed = await shownCodes(page, locale)
    faults.push(...(await lookAtPage(page, 'new recovery codes', locale)))
    await page.getByRole('button', { name: text.newCodesKept }).click()
    await page.getByText(text.left(10)).waitFor()
    await signOut(page, locale)
    await signIn(page, person, locale)
    await wrongly(first.codes[2] ?? '', access.signIn)
    await enters(renewed[0] ?? '')

    await page.goto(`${reportingUrl}/profile`)
    await page.getByRole('button', { name: text.move }).click()
    await giveBoth(page, person.password, renewed[1] ?? '', text.moveAction, locale)
    await page.getByRole('heading', { name: text.mustTitle }).waitFor()
    await givePassword(page, person.password, text.begin, locale)
    await giveCode(page, codeOf((await shownKey(page, locale)).key), text.finish, locale)
    await page.waitForURL(({ pathname }) => pathname === '/')

    await officer.reload()
    await resetOf(officer, person, locale).getByRole('button', { name: text.resets.ask }).click()
    await resetOf(officer, person, locale).getByText(firstOfficer.name).waitFor()
    faults.push(...(await lookAtPage(officer, 'settings with a reset', locale)))
    const second = await signedIn(browser, approvingOfficer, locale)
    await second.goto(`${reportingUrl}/settings/security`)
    await resetOf(second, person, locale).getByRole('button', { name: text.resets.confirm }).click()
    await second.getByRole('dialog').getByRole('button', { name: text.resets.confirm }).click()
    await resetOf(second, person, locale).getByText(approvingOfficer.name).waitFor()
    await page.reload()
    await page.waitForURL('**/sign-in*')
    await signIn(page, person, locale)
    await page.getByRole('heading', { name: text.mustTitle }).waitFor()
    await require(officer, false, locale)
    await page.goto(`${reportingUrl}/scorecard`)
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(new URL(page.url()).pathname).toBe('/scorecard')
    expect(faults).toEqual([])
  },
)

test.each(LOCALES)(
  'a user whose role needs none turns it on, moves it to another phone and turns it off, in %s',
  async (locale) => {
    const text = factorWords(locale)
    const { page, password } = await signedInUser(browser, `Chooses-${locale}`, ROLE, locale)
    await page.goto(`${reportingUrl}/profile`)
    await page.getByText(text.off).waitFor()
    await page.getByRole('button', { name: text.setUp }).click()
    await givePassword(page, password, text.begin, locale)
    const first = await shownKey(page, locale)
    await giveCode(page, codeOf(first.key), text.finish, locale)
    await page.getByText(text.left(10)).waitFor()
    await page.getByRole('button', { name: text.move }).click()
    await giveBoth(page, password, first.codes[0] ?? '', text.moveAction, locale)
    const second = await shownKey(page, locale)
    expect(second.key).not.toBe(first.key)
    await giveCode(page, codeOf(second.key), text.finish, locale)
    await page.getByText(text.left(10)).waitFor()
    await page.getByRole('button', { name: text.end }).click()
    await page.getByLabel(text.code, { exact: true }).fill('000000')
    await givePassword(page, password, text.end, locale)
    await page.getByText(text.wrongCode).waitFor()
    await giveBoth(page, password, second.codes[0] ?? '', text.end, locale)
    await page.getByText(text.off).waitFor()
  },
)
