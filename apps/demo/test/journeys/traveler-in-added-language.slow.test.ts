import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { dateAt } from '@wayproof/kernel/calendar/calendar-date'
import { firstDay, parsePeriod } from '@wayproof/kernel/calendar/period'
import { accept, type OfficerAtWork, officer } from '@wayproof/local-stack/clients/officer'
import { type LocalStack, openLocalStack } from '@wayproof/local-stack/local-stack'
import { delivered } from '@wayproof/local-stack/mail/delivery'
import { invitationLink } from '@wayproof/local-stack/mail/invitation-link'
import type { Mail } from '@wayproof/local-stack/mail/mail'
import { accentedLanguage } from '@wayproof/messages/testing/accented-language'
import { englishLeftIn, textOfHtml } from '@wayproof/messages/testing/english-left'
import { consentedTravelers } from '@wayproof/sample-company/consented-travelers'
import {
  approvingOfficer,
  checkedPoints,
  executives,
  firstOfficer,
  organisationNames,
} from '@wayproof/sample-company/people'
import { openablePeriods } from '@wayproof/survey/opening/openable-period'
import { SMALLEST_WAVE } from '@wayproof/survey/programme/programme'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import { translated } from '@wayproof/survey/testing/translated'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openByTwo, secondOfficer } from '../../src/people/second-officer.ts'
import { accessFaults } from '../browser/page-faults.ts'
import { waveEnd } from '../browser/survey-links.ts'
import { openBrowser } from '../setup/shared-browser.ts'

const TAG = 'fr'
const TRAVELER = 'marie@fresh.example'
const { sentences } = accentedLanguage(TAG, 'Français')
const sentence = (...path: readonly string[]): string =>
  String(path.reduce<unknown>((tree, name) => (tree as Record<string, unknown>)[name], sentences))

const data = mkdtempSync(join(tmpdir(), 'wayproof-language-'))
let stack: LocalStack
let browser: Browser
let letter: Mail

interface Draft {
  readonly id: string
  readonly revision: number
}

/** An installation whose officers added a language and published every type of question in it. */
beforeAll(async () => {
  stack = await openLocalStack({ data, smtpPort: 2700, firstPort: 4500 })
  const atWork = officer(await accept(stack.reportingUrl, stack.firstOfficerLink, firstOfficer))
  await atWork.organise({
    ...organisationNames,
    programmeStart: '2023-01-01',
    baselineYear: null,
    sample: true,
  })
  await atWork.confirm(checkedPoints)
  const [board] = executives
  await atWork.invite(board.email, 'executive', board.locale)
  await atWork.testMail()
  await delivered(atWork, () => {})
  const executive = await accept(stack.reportingUrl, await invitationLink(stack.sink, board.email), board)
  const other = await secondOfficer(stack, [atWork, executive], approvingOfficer)

  const file = JSON.stringify({ tag: TAG, name: 'Français', sentences })
  expect(await atWork.mutate('language.save', { file, seen: 0 })).toEqual({ outcome: 'saved' })
  await previewInactive(atWork)
  expect(await atWork.mutate('language.setActive', { tag: TAG, seen: 1, isActive: true })).toEqual({ outcome: 'waits' })
  const { waiting } = await other.query<{ waiting: readonly { id: string }[] }>('approval.list')
  for (const { id } of waiting) await other.approve(id)
  await publish(atWork, other)
  const today = dateAt(Date.now(), 'Asia/Shanghai')
  const [period = ''] = openablePeriods(today)
  const lastTrip = firstDay(parsePeriod(period)!).slice(0, 7)
  const others = Array.from({ length: SMALLEST_WAVE - 1 }, (_, n) => `other-${n}@fresh.example`)
  const rows = [
    [TRAVELER, TRAVELER, TAG, 'group', 'app', 'east', lastTrip, 'yes'],
    ...others.map((email) => [email, email, 'en', 'group', 'app', 'east', lastTrip, 'yes']),
  ]
  await atWork.importFile('travelers', new Blob([consentedTravelers(rows)]), { fileName: 'travelers.csv' })
  await openByTwo([atWork, other], period, waveEnd(today))
  letter = await vi.waitUntil(() => stack.sink.mails.find(({ to }) => to === TRAVELER), { timeout: 60_000 })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser?.close()
  await stack?.close()
  rmSync(data, { recursive: true, force: true })
})

/** An officer reads the letter and the form before travelers can get them. */
async function previewInactive(atWork: OfficerAtWork): Promise<void> {
  expect(await atWork.mutate('language.testLetter', { tag: TAG })).toEqual({ outcome: 'sent' })
  const isTest = ({ to, html }: Mail) => to === firstOfficer.email && html.includes('/preview/')
  const { html } = await vi.waitUntil(() => stack.sink.mails.find(isTest), { timeout: 60_000 })
  expect(textOfHtml(html)).toContain(sentence('letters', 'survey', 'button'))
  const link = /href="([^"]+\/preview\/[^"]+)"/.exec(html)?.[1] ?? ''
  const page = await (await fetch(link)).text()
  expect(page).toContain(`<html lang="${TAG}"`)
  expect(page).toContain(sentence('survey', 'submit'))
}

async function publish(atWork: OfficerAtWork, other: OfficerAtWork): Promise<void> {
  const { id, revision } = await atWork.mutate<Draft>('questionnaire.start', { from: null })
  const definition = JSON.stringify(translated(EVERY_TYPE, TAG))
  const saved = await atWork.mutate<{ outcome: string; draft: Draft }>('questionnaire.save', {
    ...{ id, seen: revision, definition },
  })
  expect(saved.outcome).toBe('saved')
  await atWork.mutate('questionnaire.propose', { id, seen: saved.draft.revision })
  const waiting = await other.query<Draft>('questionnaire.draft', undefined)
  await other.mutate('approval.decide', { id: `${id}-${waiting.revision}`, approve: true })
}

/** The links of the options in the letter, in their order. */
const optionLinks = () => [
  ...new Set(
    [...letter.html.matchAll(/href="([^"]+[?&]p=[^"]+|[^"]+&amp;p=[^"]+)"/g)].map(([, link = '']) =>
      link.replaceAll('&amp;', '&'),
    ),
  ),
]

/** The choices of the traveler, by the name of the field. */
const CHOSEN: Readonly<Record<string, string>> = { 'channels.app': 'yes', 'channels.phone': 'yes' }
const TYPED = 'moins de courrier'

interface Focus {
  readonly tag: string
  readonly type: string
  readonly name: string
  readonly text: string
}

const focus = (page: Page): Promise<Focus> =>
  page.evaluate(() => {
    const at = document.activeElement as HTMLInputElement
    return { tag: at.localName, type: at.type ?? '', name: at.name ?? '', text: at.textContent ?? '' }
  })

/** Answers every question that Tab reaches, and submits with Enter. Returns the fields in their order. */
async function answerByKeyboard(page: Page): Promise<readonly string[]> {
  const answered: string[] = []
  for (let presses = 0; presses < 80; presses += 1) {
    await page.keyboard.press('Tab')
    const { tag, type, name, text } = await focus(page)
    if (type === 'submit' && text === sentence('survey', 'submit')) {
      await page.keyboard.press('Enter')
      return answered
    }
    if (answered.includes(name)) continue
    if (type === 'radio') await page.keyboard.press('Space')
    else if (type === 'checkbox' && CHOSEN[name]) await page.keyboard.press('Space')
    else if (type === 'text' || tag === 'textarea') await page.keyboard.type(TYPED)
    else continue
    answered.push(name)
  }
  throw new Error('the keyboard never reached the button')
}

const narrow = { locale: 'fr-FR', viewport: { width: 320, height: 640 } } as const

async function expectInLanguage(page: Page): Promise<void> {
  expect(await page.locator('html').getAttribute('lang')).toBe(TAG)
  expect(englishLeftIn(textOfHtml(await page.content()))).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
}

test('an invitation is in the language and asks the first question', () => {
  expect(letter.headers['content-language']).toBe(TAG)
  expect(englishLeftIn(textOfHtml(letter.html))).toEqual([])
  expect(textOfHtml(letter.html)).toContain(`${TAG} ${EVERY_TYPE.items[0]?.en}`)
  expect(optionLinks()).toHaveLength(EVERY_TYPE.scales.sat5!.points.length + EVERY_TYPE.scales.sat5!.offScale.length)
})

test('every page of the way is accessible, light and dark', async () => {
  const context = await browser.newContext(narrow)
  const page = await context.newPage()
  const pages = ['/receipt', '/privacy', '/accessibility', '/'].map((path) => `${stack.surveyUrl}${path}?lang=${TAG}`)
  for (const address of [optionLinks()[0]!, ...pages])
    for (const colorScheme of ['dark', 'light'] as const) {
      await page.emulateMedia({ colorScheme })
      await page.goto(address)
      expect([address, colorScheme, await accessFaults(page)]).toEqual([address, colorScheme, []])
    }
  await context.close()
})

test('the other languages in the header are apart and as high as a fingertip', async () => {
  const page = await browser.newPage(narrow)
  for (const address of [optionLinks()[0]!, `${stack.surveyUrl}/privacy?lang=${TAG}`]) {
    await page.goto(address)
    const places = await page.locator('header .lang').evaluateAll((elements) =>
      elements.map((element) => {
        const { left, right, height } = element.getBoundingClientRect()
        return { left, right, height }
      }),
    )
    expect(places).toHaveLength(2)
    const [first, second] = places as [(typeof places)[0], (typeof places)[0]]
    expect(second.left - first.right).toBeGreaterThanOrEqual(8)
    expect(Math.min(first.height, second.height)).toBeGreaterThanOrEqual(44)
  }
  await page.close()
})

test('a traveler answers every type by keyboard on 320 px without JavaScript', async () => {
  const context = await browser.newContext({ ...narrow, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(optionLinks()[1]!)
  await expectInLanguage(page)
  const second = EVERY_TYPE.scales.sat5!.points.toSorted((a, b) => b.value - a.value)[1]!
  expect(await page.locator('input[name="overall"]:checked').getAttribute('value')).toBe(String(second.value))

  // The keyboard continues below the question that the link answered.
  const fields = await answerByKeyboard(page)
  expect(fields).toEqual([
    ...['trust', 'notice', 'consent', 'security', 'contacted', 'complaint', 'channels.app', 'channels.phone'],
    ...['asked-first', 'recommend', 'improve'],
  ])
  await page.getByRole('heading', { level: 1, name: sentence('survey', 'thanks', 'title') }).waitFor()
  await expectInLanguage(page)
  const code = (await page.locator('.code').textContent())!

  await page.goto(`${stack.surveyUrl}/receipt?lang=${TAG}`)
  while ((await focus(page)).name !== 'receipt') await page.keyboard.press('Tab')
  await page.keyboard.type(code)
  await page.keyboard.press('Enter')
  await page.locator('dl.told').waitFor()
  await expectInLanguage(page)
  const told = await page.locator('dl.told dd').allTextContents()
  expect(told).toContain(TYPED)
  expect(told).toContain(`${TAG} ${second.en}`)
  expect(told).toContain(`${TAG} The app, ${TAG} The telephone`)
  await context.close()
})
