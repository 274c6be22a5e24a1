import type { Browser, BrowserContext, Page } from '@playwright/test'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import type { Locale } from '@wayproof/kernel/people/locale'
import { messages } from '@wayproof/messages/messages'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { oldStyle } from './old-style.ts'
import { pageFaults } from './page-faults.ts'
import { mailedDigits } from './rights-requests.ts'
import { inviteTravelers, officerAtWork } from './survey-links.ts'

const { places } = workerStack()
const LOCALES = ['zh-CN', 'en'] as const
const PERIOD = '2022'
let browser: Browser
/** Each link is used once. */
let links: Map<Locale, string[]>

beforeAll(async () => {
  browser = await openBrowser()
  const travelers = await inviteTravelers(await officerAtWork(), { period: PERIOD, lastTrip: '2022-05', count: 8 })
  links = new Map(
    LOCALES.map((locale) => [
      locale,
      travelers.flatMap((traveler) => (traveler.locale === locale ? traveler.link : [])),
    ]),
  )
})
afterAll(() => browser.close())

const nextLink = (locale: Locale): string => {
  const link = links.get(locale)?.pop()
  if (link === undefined) throw new Error('ask more travelers')
  return link
}

/** Rows of the wave, read while the apps run. */
async function storedCounts() {
  const { rows } = databaseAt(places.DATABASE_URL)
  const count = async (from: string) => {
    const found = await rows(`SELECT 1 FROM ${from} WHERE period = @period`, { period: PERIOD })
    return found.length
  }
  const answers = await count('answer JOIN wave ON wave.id = wave_id')
  const drafts = await count('draft JOIN invitation i ON i.id = invitation_id JOIN wave ON wave.id = i.wave_id')
  return { answers, drafts }
}

const phone = (locale: Locale) =>
  browser.newContext({ javaScriptEnabled: false, locale, viewport: { width: 390, height: 844 } })
const at = (page: Page, title: string) => page.getByRole('heading', { level: 1, name: title }).waitFor()
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()
const choose = (page: Page, question: string, value: string) =>
  page.locator(`input[name="${question}"][value="${value}"]`).check()
const checkedValue = (page: Page, question: string) =>
  page.locator(`input[name="${question}"]:checked`).getAttribute('value')

async function openForm(context: BrowserContext, link: string): Promise<Page> {
  const page = await context.newPage()
  await page.goto(link)
  return page
}

test.each(LOCALES)('a draft saved on a phone is submitted from another device, in %s', async (locale) => {
  const words = messages(locale).survey
  const otherWords = messages(locale === 'en' ? 'zh-CN' : 'en').survey
  const link = nextLink(locale)
  const countsBefore = await storedCounts()
  const first = await phone(locale)
  const small = await openForm(first, link)
  await choose(small, 'trust', '4')
  await small.locator('textarea').fill('账户 & <b>account</b>')
  await press(small, words.draft.save)
  await small.getByRole('heading', { level: 2, name: words.draft.title }).waitFor()
  expect(await small.title()).toBe(`${words.draft.titlePrefix}${words.title}`)
  expect(await storedCounts()).toEqual({ ...countsBefore, drafts: countsBefore.drafts + 1 })

  const second = await browser.newContext({ locale, viewport: { width: 1280, height: 900 } })
  const large = await openForm(second, link)
  await at(large, words.title)
  expect([await checkedValue(large, 'trust'), await large.locator('textarea').inputValue()]).toEqual([
    '4',
    '账户 & <b>account</b>',
  ])
  // Switching the language and back keeps the draft and everything chosen since.
  await choose(large, 'overall', '5')
  for (const [to, sentence] of [
    [otherWords, words.otherLanguage],
    [words, otherWords.otherLanguage],
  ] as const) {
    await press(large, sentence)
    await at(large, to.title)
    await large.getByText(to.draft.title, { exact: true }).waitFor()
    expect([await checkedValue(large, 'trust'), await checkedValue(large, 'overall')]).toEqual(['4', '5'])
    expect(await large.locator('textarea').inputValue()).toBe('账户 & <b>account</b>')
  }
  await press(large, words.submit)
  await at(large, words.thanks.title)
  expect(await storedCounts()).toEqual({ ...countsBefore, answers: countsBefore.answers + 1 })

  // The form on the phone is outdated now: it neither answers nor saves again.
  for (const button of [words.submit, words.draft.save]) {
    await choose(small, 'overall', '1')
    await press(small, button)
    await at(small, words.notices['link-used'].title)
    await small.goBack()
    if ((await small.locator('button.go').count()) === 0) break
  }
  expect(await storedCounts()).toEqual({ ...countsBefore, answers: countsBefore.answers + 1 })
  await Promise.all([first.close(), second.close()])
})

test.each(LOCALES)('with JavaScript, answers are saved while the traveler types, in %s', async (locale) => {
  const words = messages(locale).survey
  const link = nextLink(locale)
  const countsBefore = await storedCounts()
  const [first, second] = await Promise.all([browser.newContext({ locale }), browser.newContext({ locale })])
  const page = await openForm(first, link)
  const older = await openForm(second, link)
  await page.getByText(words.autosave.about).waitFor()
  await choose(page, 'trust', '4')
  await page.locator('textarea').fill('账户')
  const saved = (each: Page, sentence: string) => each.getByRole('status').getByText(sentence).waitFor()
  await saved(page, words.autosave.saved.split('{time}')[1] ?? '')
  expect(await storedCounts()).toEqual({ ...countsBefore, drafts: countsBefore.drafts + 1 })

  // A page that was opened before does not overwrite it, and says so.
  await choose(older, 'trust', '1')
  await saved(older, words.autosave.elsewhere)
  await older.reload()
  expect([await checkedValue(older, 'trust'), await older.locator('textarea').inputValue()]).toEqual(['4', '账户'])

  await first.setOffline(true)
  await choose(page, 'overall', '5')
  await saved(page, words.autosave.offline)
  await first.setOffline(false)
  await saved(page, words.autosave.saved.split('{time}')[1] ?? '')
  await press(page, words.submit)
  await at(page, words.thanks.title)
  await choose(older, 'overall', '1')
  await saved(older, words.autosave.over)
  expect(await storedCounts()).toEqual({ ...countsBefore, answers: countsBefore.answers + 1 })
  await Promise.all([first.close(), second.close()])
})

test.each([true, false])(
  'going back after submitting, or pressing twice, gives one answer (JavaScript: %s)',
  async (javaScriptEnabled) => {
    const words = messages('en').survey
    const countsBefore = await storedCounts()
    const context = await browser.newContext({ javaScriptEnabled, locale: 'en', viewport: { width: 390, height: 844 } })
    const page = await openForm(context, nextLink('en'))
    await choose(page, 'overall', '4')
    await press(page, words.submit)
    await at(page, words.thanks.title)
    await page.goBack()
    const form = page.getByRole('button', { name: words.submit, exact: true })
    if ((await form.count()) > 0) {
      await choose(page, 'overall', '1')
      await form.click()
      await at(page, words.thanks.title)
    } else await at(page, words.notices['link-used'].title)
    expect(await storedCounts()).toEqual({ ...countsBefore, answers: countsBefore.answers + 1 })

    const secondForm = await openForm(context, nextLink('zh-CN'))
    const zh = messages('zh-CN').survey
    await choose(secondForm, 'overall', '4')
    await secondForm.getByRole('button', { name: zh.submit, exact: true }).dblclick()
    await at(secondForm, zh.thanks.title)
    expect((await secondForm.locator('.code').textContent())?.length).toBeGreaterThan(15)
    expect(await storedCounts()).toEqual({ ...countsBefore, answers: countsBefore.answers + 2 })
    await context.close()
  },
)

test.each(LOCALES)('a traveler asks for contact without link, receipt or cookie, in %s', async (locale) => {
  const { survey, rights } = messages(locale)
  const link = nextLink(locale)
  const context = await phone(locale)
  const page = await openForm(context, link)
  await choose(page, 'overall', '2')
  await press(page, survey.submit)
  await at(page, survey.thanks.title)
  const receipt = (await page.locator('p.code').textContent()) ?? ''
  const email = `enquires-${locale}@persons.example`.toLowerCase()
  await page.locator('textarea').fill(rights.enquiry.about)
  await page.locator('input[name="email"]').fill('two@persons.example, three@persons.example')
  await press(page, rights.enquiry.send)
  await page.getByText(rights.enquiry.notAnAddress).first().waitFor()
  expect(await page.locator('textarea').inputValue()).toBe(rights.enquiry.about)
  await page.goBack()
  await page.locator('textarea').fill(rights.enquiry.about)
  await page.locator('input[name="email"]').fill(email)
  const postRequest = page.waitForRequest((request) => request.method() === 'POST')
  await press(page, rights.enquiry.send)
  const request = await postRequest
  const heads = await request.allHeaders()
  expect(new URL(request.url()).pathname).toBe('/contact')
  expect([heads.cookie, heads.referer]).toEqual([undefined, undefined])
  const sentFields = new URLSearchParams(request.postData() ?? '')
  expect([...sentFields.keys()].toSorted()).toEqual(['email', 'form', 'text'])
  for (const secret of [link.split('/').at(-1) ?? '', receipt])
    expect(`${request.url()} ${request.postData()} ${JSON.stringify(heads)}`).not.toContain(secret)
  await at(page, rights.sent.title)
  await page.getByText(rights.sent.noTerm).waitFor()
  await page.locator('input[name="digits"]').fill(await mailedDigits(email))
  await press(page, rights.check.button)
  await at(page, rights.check.done.title)
  await context.close()
})

/** Windows of 1280 and 390 pixels at 200 % zoom. */
const TWICE_AS_LARGE = [
  { width: 640, height: 450 },
  { width: 195, height: 422 },
]

test.each(LOCALES)('at 200 % nothing scrolls sideways, with a draft, an error or thanks, in %s', async (locale) => {
  const words = messages(locale).survey
  const link = nextLink(locale)
  const faults: string[] = []
  const context = await browser.newContext({ locale, deviceScaleFactor: 2 })
  const page = await openForm(context, link)
  const checkScreen = async (name: string) => {
    for (const size of TWICE_AS_LARGE) {
      await page.setViewportSize(size)
      faults.push(...(await pageFaults(page, locale)).map((fault) => `${name} ${size.width}: ${fault}`))
    }
  }
  await at(page, words.title)
  await checkScreen('form')
  await page.locator('textarea').fill('0'.repeat(200))
  await press(page, words.draft.save)
  await page.locator('#kept').waitFor()
  await checkScreen('draft')
  await press(page, words.submit)
  await page.locator('.sum').waitFor()
  await checkScreen('error')
  await choose(page, 'overall', '3')
  await press(page, words.submit)
  await at(page, words.thanks.title)
  await checkScreen('thanks')
  await page.goto(link.replace(/\/s\/.*/, `/contact?lang=${locale}`))
  await checkScreen('contact')
  await context.close()
  expect(faults).toEqual([])
})

/** Serves the pages as a webview sees them that ignores some or all of their style. */
async function withStyle(context: BrowserContext, change: (css: string) => string): Promise<void> {
  await context.route('**/*', async (route) => {
    if (route.request().method() !== 'GET') return route.fallback()
    const response = await route.fetch()
    const { 'content-security-policy': _, ...headers } = response.headers()
    const body = (await response.text()).replace(
      /(<style>)(.*)(<\/style>)/s,
      (_all, open, css, end) => open + change(css) + end,
    )
    return route.fulfill({ response, headers, body })
  })
}

test.each([
  ['nothing of the style', () => ''],
  ['only what was known ten years ago', oldStyle],
] as const)('a webview that supports %s shows all of it and submits it', async (_, change) => {
  for (const locale of LOCALES) {
    const words = messages(locale).survey
    const countsBefore = await storedCounts()
    const context = await phone(locale)
    await withStyle(context, change)
    const page = await openForm(context, nextLink(locale))
    await at(page, words.title)
    expect(await page.locator('style').textContent()).not.toContain(':has(')
    expect(await pageFaults(page, locale)).toEqual([])
    const questions = page.locator('fieldset')
    for (const question of await questions.all()) {
      expect(await question.locator('legend').isVisible()).toBe(true)
      for (const choice of await question.locator('input').all()) expect(await choice.isVisible()).toBe(true)
    }
    await choose(page, 'trust', '3')
    await press(page, words.draft.save)
    await page.getByText(words.draft.title, { exact: true }).waitFor()
    await press(page, words.submit)
    await page.locator('fieldset .err').waitFor()
    await choose(page, 'overall', '3')
    await press(page, words.submit)
    await at(page, words.thanks.title)
    expect(await storedCounts()).toEqual({ ...countsBefore, answers: countsBefore.answers + 1 })
    await context.close()
  }
})
