import type { Browser } from '@playwright/test'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import type { Mail } from '@wayproof/local-stack/mail/mail'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { inviteTravelers, officerAtWork } from './survey-links.ts'

const { places, surveyUrl } = workerStack()
/** As long as mail scanners let the scripts of a page run. */
const STAY_MS = 5000
const PERIOD = '2019'
const LETTERS = `letter WHERE wave_id = (SELECT id FROM wave WHERE period = '${PERIOD}')`
/** All data that a traveler's actions may change. The scheduler may send other letters during the test. */
const ROWS = [
  LETTERS,
  `delivery WHERE letter_id IN (SELECT id FROM ${LETTERS})`,
  'invitation',
  'answer',
  'draft',
  'comment',
  'tally',
  'answer_counter',
  'traveler',
  'suppression',
  'rights_case',
  'rights_message',
  'mailed_code',
  'whistle_report',
] as const
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function storedRows() {
  const { rows } = databaseAt(places.DATABASE_URL)
  return Object.fromEntries(
    await Promise.all(ROWS.map(async (from) => [from, await rows(`SELECT * FROM ${from}`)] as const)),
  )
}

/** The links of a letter, from its parts and headers. */
const linksOf = ({ text, html, headers }: Mail) => [
  ...new Set(`${text} ${html} ${headers['list-unsubscribe']}`.match(/https?:\/\/[^\s"'<>]+/g)),
]

test('a scanner that opens every link of a letter, and every link on those pages, changes nothing', async () => {
  const [invitation] = await inviteTravelers(await officerAtWork(), {
    period: PERIOD,
    lastTrip: `${PERIOD}-05`,
    count: 1,
  })
  const openedLinks = new Set<string>()
  const links = linksOf(invitation!.letter).filter((link) => link.startsWith(surveyUrl))
  // The form, each of its first question's 7 options, and unsubscribing.
  const kinds = links.map((link) => new URL(link).pathname.split('/')[1])
  expect(kinds.toSorted()).toEqual([...Array<string>(8).fill('s'), 'u'])
  await expect.poll(async () => JSON.stringify((await storedRows())[LETTERS]).includes('queued')).toBe(false)
  const rowsBefore = await storedRows()
  const context = await browser.newContext()
  // The clock of the pages is ours: their timers run as if a scanner had stayed.
  await context.clock.install()
  const page = await context.newPage()
  const changing: string[] = []
  page.on('request', (request) => {
    if (request.method() !== 'GET') changing.push(`${request.method()} ${request.url()}`)
  })
  const open = async (link: string) => {
    openedLinks.add(link)
    const answer = await page.goto(link)
    expect([link, answer?.status()]).toEqual([link, 200])
    return page
      .locator('a')
      .evaluateAll((anchors) => anchors.map((anchor) => (anchor as HTMLAnchorElement).href.split('#')[0] ?? ''))
  }
  for (const link of links) {
    const further = await open(link)
    await page.clock.runFor(STAY_MS)
    for (const next of further) if (next.startsWith(surveyUrl) && !openedLinks.has(next)) await open(next)
  }
  await context.close()
  expect(changing).toEqual([])
  expect(await storedRows()).toEqual(rowsBefore)
})
