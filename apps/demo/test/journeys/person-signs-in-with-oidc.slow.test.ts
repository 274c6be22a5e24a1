import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { accept, officer } from '@wayproof/local-stack/clients/officer'
import { type AppProcess, startApp } from '@wayproof/local-stack/processes/app-process'
import { freePort } from '@wayproof/local-stack/testing/daemon'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer, organisationNames } from '@wayproof/sample-company/people'
import { type SignInProvider, startProvider } from '@wayproof/sign-in-provider/open-provider'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openAccountPanel } from '../browser/account-panel.ts'
import { accessFaults, pageFaults } from '../browser/page-faults.ts'
import { openBrowser } from '../setup/shared-browser.ts'

const NAME = 'Yuntu ID'
const CLIENT = { clientId: 'wayproof', clientSecret: 'for this journey only' }
const data = mkdtempSync(join(tmpdir(), 'wayproof-provider-'))
const port = String(await freePort())
const address = `http://127.0.0.1:${port}`
let browser: Browser
let provider: SignInProvider
let app: AppProcess

beforeAll(async () => {
  provider = await startProvider({ ...CLIENT, redirectUri: `${address}/api/auth/provider/callback` })
  const settings = {
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: CLIENT.clientId,
    OIDC_CLIENT_SECRET: CLIENT.clientSecret,
    OIDC_NAME: NAME,
    OIDC_ROLES: 'officer=privacy; executive=board',
  }
  const env = { DATA_DIR: data, REPORTING_PORT: port, DATABASE_URL: undefined }
  app = startApp('reporting', { ...env, ...settings }, join(data, 'log'))
  const link = await app.line((line) => /https?:\S+\/invitation\/\S+/.exec(line)?.[0], 120_000)
  const first = officer(await accept(address, link, firstOfficer))
  await first.organise({ ...organisationNames, programmeStart: '2026-01-01', baselineYear: null, sample: true })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await app?.stop()
  await provider?.stop()
  rmSync(data, { recursive: true, force: true })
})

const claimsOf = (login: string, group: string) =>
  provider.people.set(login, {
    email: `${login}@yuntu.example`,
    name: 'Mei Lin',
    emailVerified: true,
    groups: [group],
    amr: ['pwd'],
  })

async function openPage(locale: Locale): Promise<Page> {
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  const storageState = { cookies: [], origins: [{ origin: address, localStorage }] }
  const page = await (await browser.newContext({ locale, storageState })).newPage()
  return page
}

/** Presses the button and signs in at the provider. */
async function signInAsked(page: Page, login: string, locale: Locale): Promise<void> {
  const { provider: text } = messages(locale).reporting.account
  await page.goto(`${address}/sign-in`)
  await page.getByRole('link', { name: text.signIn(NAME) }).click()
  await page.getByPlaceholder('Enter any login').fill(login)
  await page.getByPlaceholder('and password').fill('any')
  await page.getByRole('button').click()
}

/** Signs in while the browser is still signed in at the provider. */
async function signInAgain(page: Page, locale: Locale): Promise<void> {
  await page.goto(`${address}/sign-in`)
  await page.getByRole('link', { name: messages(locale).reporting.account.provider.signIn(NAME) }).click()
}

test.each(LOCALES)('an executive signs in by the provider in %s and sees the home', async (locale) => {
  const { account, shell } = messages(locale).reporting
  const login = `chief-${locale.toLowerCase()}`
  claimsOf(login, 'board')
  const page = await openPage(locale)
  for (const width of [320, 390, 1280]) {
    await page.setViewportSize({ width, height: 844 })
    await page.goto(`${address}/sign-in`)
    await page.getByRole('link', { name: account.provider.signIn(NAME) }).waitFor()
    expect(await pageFaults(page, locale)).toEqual([])
  }
  expect(await accessFaults(page)).toEqual([])
  await signInAsked(page, login, locale)
  await page.waitForURL(({ pathname }) => pathname === '/')
  await openAccountPanel(page)
  await page.getByRole('link', { name: shell.profile }).click()
  await page.getByText(account.provider.noPassword(NAME)).waitFor()
  expect(await page.getByLabel(account.profile.email, { exact: true }).inputValue()).toBe(`${login}@yuntu.example`)
  expect(await page.getByLabel(account.password.current, { exact: true }).count()).toBe(0)
  expect([...(await pageFaults(page, locale)), ...(await accessFaults(page))]).toEqual([])
  await page.context().close()
})

test.each(LOCALES)(
  'a person whose claim gives the role of officer waits in %s until an officer confirms',
  async (locale) => {
    const { account, people, shell } = messages(locale).reporting
    const login = `deputy-${locale.toLowerCase()}`
    claimsOf(login, 'privacy')
    const page = await openPage(locale)
    await signInAsked(page, login, locale)
    await page.getByText(account.provider.refusals.waits(NAME)).waitFor()
    await page.setViewportSize({ width: 390, height: 844 })
    expect([...(await pageFaults(page, locale)), ...(await accessFaults(page))]).toEqual([])

    const otherPage = await openPage(locale)
    await otherPage.goto(`${address}/sign-in`)
    await otherPage.getByLabel(messages(locale).reporting.access.email).fill(firstOfficer.email)
    await otherPage.getByLabel(messages(locale).reporting.access.password, { exact: true }).fill(firstOfficer.password)
    await otherPage.getByRole('button', { name: messages(locale).reporting.access.signIn, exact: true }).click()
    await otherPage.waitForURL(({ pathname }) => pathname === '/')
    await otherPage.getByRole('link', { name: shell.people, exact: true }).click()
    const email = `${login}@yuntu.example`
    const waitingRow = otherPage.getByRole('region', { name: people.appointments.title }).getByRole('row')
    const row = waitingRow.filter({ hasText: email })
    await row.getByText(NAME).waitFor()
    await row.getByRole('button', { name: people.appointments.action }).click()
    await otherPage.getByRole('dialog').getByRole('button', { name: people.appointments.action }).click()
    await row.waitFor({ state: 'detached' })
    await otherPage.goto(`${address}/people/log`)
    await otherPage
      .getByRole('region', { name: people.appointments.historyTitle })
      .getByRole('row')
      .filter({ hasText: email })
      .waitFor()

    await page.setViewportSize({ width: 1280, height: 844 })
    await signInAgain(page, locale)
    await page.waitForURL(({ pathname }) => pathname === '/')
    await page.getByRole('link', { name: shell.people, exact: true }).waitFor()
    await otherPage.context().close()
    await page.context().close()
  },
)

test.each(LOCALES)('a person without a role is told whom to ask in %s', async (locale) => {
  const { account } = messages(locale).reporting
  claimsOf('nobody', 'none')
  const page = await openPage(locale)
  await signInAsked(page, 'nobody', locale)
  await page.getByText(account.provider.refusals['no-role'](NAME)).waitFor()
  await page.goto(`${address}/reset`)
  await page.getByText(account.provider.noReset(NAME)).waitFor()
  expect([...(await pageFaults(page, locale)), ...(await accessFaults(page))]).toEqual([])
  await page.context().close()
})
