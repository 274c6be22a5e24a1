import type { Browser, BrowserContext, Page } from '@playwright/test'
import { withData } from '@wayproof/command-line/open-data'
import { storePlace } from '@wayproof/database/installation/store-settings'
import type { Locale } from '@wayproof/kernel/people/locale'
import type { NewUser } from '@wayproof/local-stack/clients/officer'
import { surveyLink } from '@wayproof/local-stack/clients/visit'
import { messages } from '@wayproof/messages/messages'
import { caseHandler, executives, firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { collectDocuments } from './html-faults.ts'
import { lookAtPage, WIDTHS } from './look-at-page.ts'
import { accessFaults, foreignWords } from './page-faults.ts'
import { mailedDigits, sendRequest } from './rights-requests.ts'
import { type InvitedTraveler, inviteTravelers, mails, officerAtWork } from './survey-links.ts'

const { places, reportingUrl, surveyUrl } = workerStack()
const { scorecard, period } = inject('demo')
let browser: Browser

/** Every HTML document of the walks, by method and address. */
export const documents = new Map<string, string>()

/** A window whose pages must not report errors; refused requests of a page do not count. */
async function openWindow(locale: Locale) {
  const localStorage = [{ name: 'wayproof-language', value: locale }]
  const storageState = { cookies: [], origins: [{ origin: reportingUrl, localStorage }] }
  const context = await browser.newContext({ locale, storageState, reducedMotion: 'reduce' })
  collectDocuments(context, documents)
  const complaints: string[] = []
  context.on('weberror', (error) => complaints.push(String(error.error())))
  context.on('console', (message) => {
    const isRefusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !isRefusal) complaints.push(message.text())
  })
  return { context, complaints }
}

async function signIn(
  context: BrowserContext,
  locale: Locale,
  account: Pick<NewUser, 'email' | 'password'> = firstOfficer,
): Promise<Page> {
  const page = await context.newPage()
  const words = messages(locale).reporting
  await page.goto(`${reportingUrl}/sign-in`)
  await page.getByLabel(words.access.email).fill(account.email)
  await page.getByLabel(words.access.password, { exact: true }).fill(account.password)
  await page.getByRole('button', { name: words.access.signIn }).click()
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForURL(({ pathname }) => pathname === '/')
  return page
}

/** The pages of a reporter, then those of the case handler who reads the report. */
async function lookAtReports(context: BrowserContext, locale: Locale, widths: readonly number[]): Promise<string[]> {
  const { whistleBlowing } = messages(locale)
  const page = await context.newPage()
  const faults: string[] = []
  const at = async (name: string, title: string) => {
    await page.getByRole('heading', { level: 1, name: title }).waitFor()
    faults.push(...(await lookAtPage(page, name, locale, widths)))
  }
  await page.goto(`${surveyUrl}/whistle-blowing?lang=${locale}`)
  await at('reporting', whistleBlowing.form.title)
  await page.locator('button.go').click()
  await page.locator('.sum').waitFor()
  await at('reporting with errors', whistleBlowing.form.title)
  await page.locator('input[name="reporter"]').first().check()
  await page.locator('textarea').fill(whistleBlowing.form.text.repeat(3))
  await page.locator('button.go').click()
  await at('a report sent', whistleBlowing.sent.title)
  const code = (await page.locator('.code').textContent()) ?? ''
  await page.goto(`${surveyUrl}/whistle-blowing/report?lang=${locale}`)
  await at('asking for the code of a report', whistleBlowing.find.title)
  await page.locator('input.key').fill(code)
  await page.locator('button.go').click()
  await at('the report', whistleBlowing.shown.title)
  await context.clearCookies()
  const dashboard = await signIn(context, locale, caseHandler)
  await dashboard.goto(`${reportingUrl}/whistle-blowing`)
  await dashboard.locator('tbody a').first().waitFor()
  faults.push(...(await lookAtPage(dashboard, '/whistle-blowing', locale, widths)))
  await dashboard.locator('tbody a').last().click()
  await dashboard.locator('dl dd[lang]').first().waitFor()
  faults.push(...(await lookAtPage(dashboard, '/whistle-blowing report', locale, widths)))
  await context.clearCookies()
  return faults
}

/** Opens each address of the dashboard and checks its page. */
async function lookAtPages(
  page: Page,
  paths: readonly string[],
  locale: Locale,
  widths: readonly number[],
): Promise<string[]> {
  const faults: string[] = []
  for (const path of paths) {
    await page.goto(reportingUrl + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    faults.push(...(await lookAtPage(page, path, locale, widths)))
  }
  return faults
}

/**
 * Declares the tests that open every screen in one language. `wavePeriod` is a year without a wave, of which no other
 * journey knows.
 */
export function screensIn(locale: Locale, wavePeriod: string, widths: readonly number[] = WIDTHS): void {
  let travelers: readonly InvitedTraveler[]

  beforeAll(async () => {
    browser = await openBrowser()
    const lastTrip = `${wavePeriod}-05`
    travelers = await inviteTravelers(await officerAtWork(), { period: wavePeriod, lastTrip, count: 2 })
  })
  afterAll(() => browser.close())

  test(`signing in and the pages of figures have room, words and contrast, in ${locale}`, async () => {
    const { context, complaints } = await openWindow(locale)
    const faults = await lookAtPages(
      await context.newPage(),
      ['/sign-in', '/invitation/none', '/check-seal', '/check-seal?code=none'],
      locale,
      widths,
    )
    const goals = [
      ...scorecard.verdicts.map(({ goal }) => `/goal/${goal}?period=${period}`),
      `/goal/staff-training?period=${period}&listed=person`,
      `/goal/policy-publication?period=${period}&surface=website&language=en`,
    ]
    const year = period.slice(0, 4)
    const scorecards = [
      `/?period=${period}`,
      `/scorecard?period=${period}`,
      `/scorecard?period=${year}-H1`,
      '/deadlines',
    ]
    const waves = [
      '/waves',
      `/waves/progress?period=${period}`,
      `/waves/results?period=${period}`,
      `/waves/results?period=${period}&by=region`,
      `/waves/letters?period=${wavePeriod}`,
      '/waves/open',
      `/waves/method-report?period=${period}`,
      `/waves/comments?period=${period}`,
    ]
    const paths = [...scorecards, ...goals, `/measures?period=${period}`, ...waves]
    faults.push(...(await lookAtPages(await signIn(context, locale), paths, locale, widths)))
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test(`the progress of a wave has room, words and contrast before and after its first hourly count, in ${locale}`, async () => {
    const progressFaults = async () => {
      const { context, complaints } = await openWindow(locale)
      const faults = await lookAtPages(
        await signIn(context, locale),
        [`/waves/progress?period=${wavePeriod}`],
        locale,
        widths,
      )
      await context.close()
      return [...faults, ...complaints]
    }
    expect(await progressFaults()).toEqual([])
    await withData(storePlace(places), async ({ survey }) => {
      const wave = await survey.wave(wavePeriod)
      await survey.countOpenWave(wave!.id, Date.now())
    })
    expect(await progressFaults()).toEqual([])
  })

  test(`the pages of registers and closing have room, words and contrast, in ${locale}`, async () => {
    const { context, complaints } = await openWindow(locale)
    const page = await signIn(context, locale)
    const year = period.slice(0, 4)
    const rows = [
      ...['partner-audit', 'encryption'].map((register) => `/rows/${register}?period=${period}`),
      `/registers/incidents?row=${encodeURIComponent(`["I-${year}-01"]`)}`,
      `/registers/partners?row=${encodeURIComponent('["P01"]')}`,
      `/registers/incident-notices?row=new&only=${encodeURIComponent(`incidentId:I-${year}-01`)}`,
    ]
    const imports = ['/registers/partners/import', '/registers/travelers']
    const lists = ['/registers', '/registers/partner-audits', '/registers/audit-findings?view=open']
    const registers = [...lists, ...imports, '/policies', '/policies?surface=website&language=en', ...rows]
    const paths = [
      ...registers,
      `/closing?period=${period}`,
      `/samples?period=${period}`,
      '/rules',
      '/rules/propose',
      '/rules/exclude',
    ]
    const faults = await lookAtPages(page, paths, locale, widths)
    await page.goto(`${reportingUrl}/samples?period=${period}`)
    await page.locator('tbody a').last().click()
    await page.waitForURL('**/samples/*')
    faults.push(...(await lookAtPage(page, 'worksheet', locale, widths)))
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test(`the pages of people and settings have room, words and contrast, in ${locale}`, async () => {
    const { context, complaints } = await openWindow(locale)
    const page = await signIn(context, locale)
    const pages = [
      `/summaries?period=${period}`,
      '/people',
      '/people/invite',
      '/people/log',
      '/runs',
      '/profile',
      '/privacy',
      '/privacy/erase',
      '/privacy/stop-emails',
      '/questions',
      ...['', '/survey', '/checklist', '/summary', '/email', '/backups', '/security', '/api-keys'].map(
        (section) => `/settings${section}`,
      ),
    ]
    const faults = await lookAtPages(page, pages, locale, widths)
    const scopes = page.locator('.mantine-MultiSelect-input').first()
    await scopes.click()
    const options = page.getByRole('listbox').first()
    await options.getByRole('option').first().waitFor()
    // The list is attached to its field and no wider.
    const [list, field] = [await options.boundingBox(), await scopes.boundingBox()]
    expect(list!.width).toBeLessThanOrEqual(field!.width)
    expect(Math.abs(list!.x - field!.x)).toBeLessThan(8)
    faults.push(...(await accessFaults(page)).map((fault) => `scopes of a key: ${fault}`))
    await page.setViewportSize({ width: 390, height: 844 })
    await page.goto(`${reportingUrl}/waves/letters?period=${wavePeriod}`)
    const { remind, pause } = messages(locale).reporting.waves
    for (const { action, confirmTitle } of [remind, pause]) {
      await page.getByRole('button', { name: action, exact: true }).click()
      const dialog = page.getByRole('dialog', { name: confirmTitle })
      await dialog.waitFor()
      const { x, width } = (await dialog.boundingBox())!
      expect([x >= 0, x + width <= 390]).toEqual([true, true])
      faults.push(...(await accessFaults(page)).map((fault) => `${action}: ${fault}`))
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
    }
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test(`the method report of a wave prints on one sheet, in ${locale}`, async () => {
    const { context } = await openWindow(locale)
    const page = await signIn(context, locale)
    await page.goto(`${reportingUrl}/waves/method-report?period=${period}`)
    await page.getByText(messages(locale).methodReport.sections.questions).waitFor()
    const file = await context.request.get(
      `${reportingUrl}/export/method-report.html?period=${period}&locale=${locale}`,
    )
    const otherPage = await browser.newPage()
    await otherPage.setContent(await file.text())
    for (const openPage of [page, otherPage]) {
      const pdf = await openPage.pdf({ preferCSSPageSize: true })
      expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
    }
    await otherPage.close()
    await context.close()
  })

  test(`every page for travelers has room, words and contrast, in ${locale}`, async () => {
    const words = messages(locale).survey
    const { context, complaints } = await openWindow(locale)
    const page = await context.newPage()
    const localeTravelers = travelers.filter((traveler) => traveler.locale === locale)
    const faults: string[] = []
    const at = async (name: string, title: string) => {
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      faults.push(...(await lookAtPage(page, name, locale, widths)))
    }
    const press = (name: string) => page.getByRole('button', { name, exact: true }).click()
    await page.goto(localeTravelers[0]!.link)
    await at('fresh', words.title)
    await page.locator('button.go').click()
    await page.locator('fieldset.bad').waitFor()
    await at('with an error', words.title)
    await press(words.draft.save)
    await page.getByText(words.draft.blank).waitFor()
    await at('with nothing to save', words.title)
    await page.locator('fieldset').nth(1).locator('label').first().click()
    await press(words.draft.save)
    await page.locator('#kept').waitFor()
    await at('with a draft', words.title)
    await press(words.draft.drop)
    await at('deleting a draft', words.draft.dropTitle)
    await press(words.draft.dropButton)
    await page.getByText(words.draft.dropped).waitFor()
    await at('with a draft deleted', words.title)
    await page.locator('fieldset label').first().click()
    await page.locator('button.go').click()
    await at('thanks', words.thanks.title)
    const code = (await page.locator('.code').textContent())!
    await page.goto(`${localeTravelers[0]!.link}?lang=${locale}`)
    await at('used', words.notices['link-used'].title)
    await page.goto(`${surveyUrl}/s/none?lang=${locale}`)
    await at('unknown', words.notices['link-unknown'].title)
    await page.getByRole('link', { name: words.home.link }).click()
    await at('without a link', words.home.title)
    await page.getByRole('link', { name: messages(locale).dataNotice.link }).click()
    await at('what happens to data', messages(locale).dataNotice.title)
    const oldMail = (await mails()).find((mail) => mail.to.endsWith('@travelers.example') && surveyLink(mail))
    await page.goto(`${surveyLink(oldMail!)}?lang=${locale}`)
    await at('closed', words.notices['wave-closed'].title)
    const unsubscribe = /https?:\/\/\S+\/u\/[\w-]+/.exec(localeTravelers[1]!.letter.text)?.[0]
    await page.goto(`${unsubscribe}?lang=${locale}`)
    await at('unsubscribe', words.unsubscribe.title)
    await page.locator('button.go').click()
    await at('unsubscribed', words.unsubscribe.done)
    await page.goto(`${unsubscribe}?lang=${locale}`)
    await at('unsubscribed before', words.unsubscribe.done)

    const find = async (receipt: string) => {
      await page.goto(`${surveyUrl}/receipt?lang=${locale}`)
      await page.locator('input.key').fill(receipt)
      await page.locator('button.go').click()
    }
    await page.goto(`${surveyUrl}/receipt?lang=${locale}`)
    await at('asking for a code', words.receipts.title)
    await find('ABCD-EFGH')
    await page.locator('.err').waitFor()
    await at('an unknown code', words.receipts.title)
    await find(code)
    await at('the answer', words.receipts.shown)
    await press(words.receipts.correct)
    await at('correcting', words.receipts.correctTitle)
    await press(words.receipts.correctButton)
    await at('corrected', words.receipts.corrected.title)
    await find(code)
    await press(words.receipts.withdraw)
    await at('withdrawing', words.receipts.withdrawTitle)
    await press(words.receipts.withdrawButton)
    await at('withdrawn', words.receipts.withdrawn.title)
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test(`every page of a request or complaint has room, words and contrast, in ${locale}`, async () => {
    const { rights } = messages(locale)
    const { context, complaints } = await openWindow(locale)
    const page = await context.newPage()
    const faults: string[] = []
    const at = async (name: string, title: string) => {
      await page.getByRole('heading', { level: 1, name: title }).waitFor()
      faults.push(...(await lookAtPage(page, name, locale, widths)))
    }
    const find = async (code: string) => {
      await page.goto(`${surveyUrl}/rights/case?lang=${locale}`)
      await page.locator('input.key').fill(code)
      await page.locator('button.go').click()
    }
    await page.goto(`${surveyUrl}/rights?lang=${locale}`)
    await at('asking', rights.form.title)
    await page.locator('button.go').click()
    await page.locator('.sum').waitFor()
    await at('asking with errors', rights.form.title)
    const text = rights.form.text.repeat(3)
    const email = `${locale.toLowerCase()}@ask.example`
    const code = await sendRequest(page, locale, { kind: 'deletion', text, email })
    await at('sent with an address', rights.sent.title)
    await page.locator('button.go').click()
    await page.locator('.err').waitFor()
    await at('a wrong mailed code', rights.check.title)
    const first = await mailedDigits(email)
    await page.getByRole('button', { name: rights.check.again }).click()
    await page.getByText(rights.check.mailed.sent).waitFor()
    await at('with another letter', rights.check.title)
    await expect.poll(() => mailedDigits(email)).not.toBe(first)
    await page.locator('input[name="digits"]').fill(await mailedDigits(email))
    await page.locator('button.go').click()
    await at('checked', rights.check.done.title)
    await find('ABCD')
    await page.locator('.err').waitFor()
    await at('an unknown case code', rights.find.title)
    await find(code)
    await at('the case', rights.shown.title(rights.kinds.deletion))
    await page.locator('textarea').fill(text)
    await page.locator('button.go').click()
    await at('written', rights.shown.written.title)
    await page.goto(`${surveyUrl}/contact?lang=${locale}`)
    await at('asking for contact', rights.enquiry.title)
    await page.locator('button.go').click()
    await page.locator('.sum').waitFor()
    await at('asking for contact with errors', rights.enquiry.title)
    await page.locator('textarea').fill(text)
    await page.locator('input[name="email"]').fill(`contact-${locale.toLowerCase()}@ask.example`)
    await page.locator('button.go').click()
    await at('sent for contact', rights.sent.title)
    await sendRequest(page, locale, { kind: 'complaint', text, email: '' })
    await at('sent anonymously', rights.sent.title)

    faults.push(...(await lookAtReports(context, locale, widths)))
    const dashboard = await signIn(context, locale)
    await dashboard.goto(`${reportingUrl}/requests`)
    await dashboard.locator('tbody a').first().waitFor()
    faults.push(...(await lookAtPage(dashboard, '/requests', locale, widths)))
    for (const kind of ['deletion', 'complaint', 'enquiry'] as const) {
      await dashboard.goto(`${reportingUrl}/requests`)
      await dashboard.locator('tbody a', { hasText: rights.kinds[kind] }).first().click()
      await dashboard.locator('dl dd[lang]').first().waitFor()
      faults.push(...(await lookAtPage(dashboard, `/requests ${kind}`, locale, widths)))
    }
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })

  test(`the letters have room, words and contrast, in ${locale}`, async () => {
    const { context, complaints } = await openWindow(locale)
    const page = await context.newPage()
    const reader = executives.find((executive) => executive.locale === locale)!
    const summary = (await mails()).findLast(({ to, text }) => to === reader.email && text.includes('%'))!
    const invitation = travelers.find((traveler) => traveler.locale === locale)!.letter
    const faults: string[] = []
    for (const { subject, html } of [summary, invitation]) {
      await page.setContent(html)
      faults.push(...(await lookAtPage(page, subject, locale, widths)), ...foreignWords([subject], locale))
    }
    expect(faults).toEqual([])
    expect(complaints).toEqual([])
    await context.close()
  })
}
