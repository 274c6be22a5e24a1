import type { Browser } from '@playwright/test'
import type { Mail } from '@wayproof/local-stack/mail/mail'
import { periodName } from '@wayproof/messages/date-format'
import { verdictTarget, verdictValue } from '@wayproof/messages/goal-value'
import { messages } from '@wayproof/messages/messages'
import { executives, firstOfficer } from '@wayproof/sample-company/people'
import type { Verdict } from '@wayproof/scorecard/verdict'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { withoutBlanks } from './shown-figures.ts'
import { letterTo, officerAtWork } from './survey-links.ts'

const { reportingUrl } = workerStack()
const { period, scorecard } = inject('demo')
const LOCALES = ['zh-CN', 'en'] as const
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const figureOf = (verdict: Verdict, locale: (typeof LOCALES)[number]) => {
  const value = verdictValue(verdict, locale)
  if (value === null) throw new Error(`${verdict.goal} has no figure`)
  return withoutBlanks(value)
}

describe.each(LOCALES)('the figure of each goal is the same everywhere, in %s:', (locale) => {
  const { goals, scorecard: scorecardWords } = messages(locale)

  test('in the API, on the dashboard and on the page of each goal', async () => {
    const atWork = await officerAtWork()
    expect((await atWork.scorecard(period)).verdicts.map(({ value }) => value)).toEqual(
      scorecard.verdicts.map(({ value }) => value),
    )
    const page = await signedIn(browser, firstOfficer, locale)
    for (const verdict of scorecard.verdicts) {
      await page.goto(`${reportingUrl}/scorecard?period=${period}`)
      const row = page.getByRole('row').filter({ hasText: goals.names[verdict.goal] })
      await row.first().waitFor()
      expect(withoutBlanks(await row.first().textContent()), verdict.goal).toContain(figureOf(verdict, locale))
      await page.goto(`${reportingUrl}/goal/${verdict.goal}?period=${period}`)
      await page.getByRole('heading', { level: 1 }).waitFor()
      await expect
        .poll(async () => withoutBlanks(await page.locator('main').textContent()), { message: verdict.goal })
        .toContain(figureOf(verdict, locale))
    }
    await page.context().close()
  })

  test('in the letter to an executive', async () => {
    const { email } = executives.find((executive) => executive.locale === locale)!
    // Files before this one may have mailed a summary of another half-year.
    const isSummary = ({ subject, text }: Mail) =>
      subject.includes(periodName(period, locale)) && text.includes(goals.names['partner-audit'])
    const letter = await letterTo(email, (mail) => (isSummary(mail) ? mail : null))
    const text = withoutBlanks(letter.text)
    for (const verdict of scorecard.verdicts) expect(text, verdict.goal).toContain(figureOf(verdict, locale))
  })

  test('in the file that an executive downloads', async () => {
    const executive = executives.find((one) => one.locale === locale)!
    const page = await signedIn(browser, executive, locale)
    const response = await page.request.get(`${reportingUrl}/export/scorecard.csv?period=${period}`)
    expect([response.status(), response.headers()['content-type']]).toEqual([200, 'text/csv; charset=utf-8'])
    const lines = (await response.text()).trim().split('\r\n').slice(1)
    expect(lines).toHaveLength(scorecard.verdicts.length)
    for (const [at, verdict] of scorecard.verdicts.entries()) {
      // The apostrophe before a minus keeps a spreadsheet from reading the figure as a formula.
      const line = withoutBlanks(lines[at] ?? '').replaceAll("'", '')
      const result = scorecardWords.claims.verdict(verdict)
      const cells = [
        goals.names[verdict.goal],
        result.includes(',') ? `"${result}"` : result,
        figureOf(verdict, locale),
      ]
      expect(line).toContain(withoutBlanks([...cells, verdictTarget(verdict)].join(',')))
    }
    await page.context().close()
  })
})
