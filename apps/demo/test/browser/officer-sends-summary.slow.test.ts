import type { Browser, Page } from '@playwright/test'
import { withData } from '@wayproof/command-line/open-data'
import { storePlace } from '@wayproof/database/installation/store-settings'
import { databaseAt } from '@wayproof/database/testing/database-for-tests'
import { parsePeriod, periodKey, quartersOf } from '@wayproof/kernel/calendar/period'
import type { Locale } from '@wayproof/kernel/people/locale'
import { systemIds } from '@wayproof/kernel/system'
import { accept } from '@wayproof/local-stack/clients/officer'
import { messages } from '@wayproof/messages/messages'
import { executives, firstOfficer } from '@wayproof/sample-company/people'
import { DEFAULT_EDITION_SETTINGS } from '@wayproof/scorecard/editions/edition-settings'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { mailedInvitation, signedIn } from './closing-people.ts'
import { lookAtPage } from './look-at-page.ts'
import { officerAtWork } from './survey-links.ts'

const { places, reportingUrl } = workerStack()
const { period } = inject('demo')
const { editions, reporting } = messages('en')
const { summaries } = reporting
const quarter = periodKey(quartersOf(parsePeriod(period)!)[1])
const gap = { code: 'wave-open-past-its-date', owner: 'privacy-officer', closesOn: '2026-01-30' } as const
const comment = 'The partners follow in March.'
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
  const now = Date.now()
  const due = { period, dueOn: '2026-02-02', openedAt: now, reasons: [] } as const
  await withData(storePlace(places), async ({ editions: { open, saveSettings } }) => {
    // Otherwise the next run of the calendar sends what waits for approval.
    await saveSettings({ ...DEFAULT_EDITION_SETTINGS, approval: true }, 'test', now)
    const heldState = { state: 'held', heldAt: now, sendsOn: '2099-01-30', reasons: [gap] } as const
    const awaitingState = { state: 'awaiting-approval', heldAt: null, sendsOn: null } as const
    const half = { kind: 'preliminary', occasion: period, dueBecause: 'half-year-ended' } as const
    const quarterly = { kind: 'quarterly', occasion: quarter, dueBecause: 'quarter-ended' } as const
    expect(await open({ ...due, ...half, ...heldState, id: systemIds.next() }, [])).toBe(true)
    expect(await open({ ...due, ...quarterly, ...awaitingState, id: systemIds.next() }, [])).toBe(true)
  })
})
afterAll(async () => {
  await browser.close()
  await withData(storePlace(places), ({ editions }) =>
    editions.saveSettings(DEFAULT_EDITION_SETTINGS, 'test', Date.now()),
  )
})

const faultsOf = (page: Page, locale: Locale = 'en') => lookAtPage(page, 'summaries', locale)

test('an officer sends a held edition as it is, approves another with a comment, and an executive reads both', async () => {
  const page = await signedIn(browser, firstOfficer)
  const at = `${reportingUrl}/summaries?period=${period}`
  await page.goto(at)
  const heldRegion = page.getByRole('region', { name: editions.kinds.preliminary })
  await heldRegion.getByText(editions.remedy(gap)).waitFor()
  await heldRegion.getByRole('button', { name: summaries.letter.show }).click()
  await heldRegion.getByText(editions.letter.goalsHeading).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await heldRegion.getByRole('button', { name: summaries.held.action }).click()
  const dialog = page.getByRole('dialog', { name: summaries.held.confirmTitle })
  // Its wave has been unlinked since, so the dialog shows the letter's current contents.
  await dialog.getByText(summaries.stated.none).waitFor()
  await dialog.getByRole('button', { name: summaries.held.action }).click()
  await page.getByText(editions.releases['as-is']).waitFor()
  expect(await faultsOf(page)).toEqual([])

  await page.goto(at)
  const awaitingRegion = page.getByRole('region', { name: editions.letter.of('quarterly', quarter) })
  const field = awaitingRegion.getByLabel(summaries.comment)
  await field.fill('x'.repeat(601))
  await awaitingRegion.getByText(summaries.counted(601, 600)).waitFor()
  await awaitingRegion.getByRole('button', { name: summaries.approval.action }).click()
  await awaitingRegion.getByText(summaries.commentFault(600)).waitFor()
  await field.fill(comment)
  await awaitingRegion.locator('[lang="en"][translate="no"]', { hasText: comment }).waitFor()
  await awaitingRegion.getByRole('button', { name: summaries.approval.action }).click()
  const sure = page.getByRole('dialog', { name: summaries.approval.confirmTitle })
  await sure.getByRole('button', { name: summaries.approval.action }).click()
  await page.getByText(editions.releases.approved).waitFor()
  await page.context().close()

  const executive = await signedIn(browser, executives[1])
  await executive.goto(at)
  await executive.getByRole('link', { name: editions.letter.of('quarterly', quarter) }).click()
  const archive = executive.getByRole('region', { name: summaries.letter.title })
  await archive.getByText(comment).waitFor()
  expect(await executive.getByRole('region', { name: summaries.ledger.title }).count()).toBe(0)
  await executive.context().close()

  const chinese = await signedIn(browser, executives[0], 'zh-CN')
  await chinese.goto(at)
  const { letter } = messages('zh-CN').editions
  expect(await faultsOf(chinese, 'zh-CN')).toEqual([])
  await chinese.getByRole('link', { name: letter.of('quarterly', quarter) }).click()
  await chinese.getByText(messages('zh-CN').reporting.summaries.facts.digest).waitFor()
  expect(await faultsOf(chinese, 'zh-CN')).toEqual([])
  await chinese.context().close()
})

/** Marks the letter of the newest edition to `email` as rejected by a mail server; returns the edition. */
async function refuse(email: string): Promise<string> {
  const storeFiles = storePlace(places)
  return withData(storeFiles, async ({ editions: store, people, questions }) => {
    const id = (await store.list()).find((edition) => edition.period === period && edition.state === 'sent')?.id ?? ''
    await expect.poll(async () => (await store.ledger(id)).map(({ state }) => state)).not.toContain('queued')
    const user = (await people.list()).find((person) => person.email === email)
    await databaseAt(storeFiles.databaseUrl).run(
      `UPDATE letter SET state = 'failed', reason = '550 no such user'
       WHERE id IN (SELECT letter_id FROM edition_reader WHERE edition_id = @id AND user_id = @user)`,
      { id, user: user?.id ?? '' },
    )
    for (const { userId, name, state, reply, at } of await store.bouncing())
      await questions.ask({ kind: 'letters-bounce', data: { userId, name, state, reply, at } }, Date.now())
    return id
  })
}

test('an officer sees earlier sendings and a person whose email was rejected, and sends only that one again', async () => {
  const page = await signedIn(browser, firstOfficer)
  const { summary } = reporting.scorecard
  await page.goto(`${reportingUrl}/scorecard?period=${period}`)
  await page.getByRole('button', { name: summary.send }).click()
  const sure = page.getByRole('dialog', { name: summary.confirmTitle })
  await sure.getByRole('button', { name: summary.send }).click()
  // The dialog says the same of the last sending.
  await sure.waitFor({ state: 'detached' })
  await page.getByText(/^Already sent on \d+ \w+ \d{4} to \d+ people\.$/).waitFor()

  const [, bouncingReader] = executives
  const id = await refuse(bouncingReader.email)
  const ledgerOf = () => withData(storePlace(places), (store) => store.editions.ledger(id))
  const readers = (await ledgerOf()).length
  await page.goto(`${reportingUrl}/questions`)
  const { title } = messages('en').questions.kinds['letters-bounce']
  await page.getByRole('region', { name: title }).getByText(bouncingReader.name).waitFor()
  expect(await faultsOf(page)).toEqual([])
  await page.goto(`${reportingUrl}/summaries?period=${period}`)
  await page.getByRole('region', { name: title }).getByText(bouncingReader.name).waitFor()
  const bouncingRegion = page.getByRole('region', { name: summaries.bouncing.title })
  await bouncingRegion.getByText(bouncingReader.email).waitFor()
  await page.goto(`${reportingUrl}/summaries?period=${period}&edition=${id}`)
  const ledger = page.getByRole('region', { name: summaries.ledger.title })
  await ledger.getByText(summaries.ledger.fared(readers - 1, 1, 0)).waitFor()
  await ledger.getByRole('button', { name: summaries.ledger.again }).click()
  await ledger.getByText(summaries.ledger.againDone(1)).waitFor()
  await expect
    .poll(async () => (await ledgerOf()).map(({ name, state, times }) => `${name} ${state} ${times}`))
    .toContain(`${bouncingReader.name} sent 2`)
  expect((await ledgerOf()).filter(({ times }) => times > 1)).toHaveLength(1)
  await page.context().close()
})

test('an owner of a goal opens a summary from the menu as it was sent, own goals first', async () => {
  const email = 'archive-reader@yuntu.example'
  const atWork = await officerAtWork()
  await atWork.invite(email, 'procurement', 'en')
  const owner = { name: 'Archive reader', email, password: 'sample-password-only', locale: 'en' } as const
  await accept(reportingUrl, await mailedInvitation(email), owner)
  const officer = await signedIn(browser, firstOfficer)
  const { summary } = reporting.scorecard
  await officer.goto(`${reportingUrl}/scorecard?period=${period}`)
  await officer.getByRole('button', { name: summary.send }).click()
  await officer.getByRole('dialog').getByRole('button', { name: summary.send }).click()
  // Only the person who did not get it.
  await officer.getByText(summary.sent(1)).waitFor()
  await officer.context().close()

  const page = await signedIn(browser, owner)
  await page.goto(`${reportingUrl}/scorecard?period=${period}`)
  await page.getByRole('link', { name: reporting.shell.summaries, exact: true }).click()
  await page.getByRole('link', { name: editions.kinds.now }).first().click()
  const letter = page
    .getByRole('region', { name: summaries.letter.title })
    .locator('[lang="en"][translate="no"]')
    .last()
  await letter.getByText(editions.letter.reader.owner).waitFor()
  const text = (await letter.textContent()) ?? ''
  const { names } = messages('en').goals
  expect(text.indexOf(`${names['partner-audit']} ·`)).toBeGreaterThan(0)
  expect(text.indexOf(`${names['partner-audit']} ·`)).toBeLessThan(text.indexOf(`${names['policy-publication']} ·`))
  expect(await page.getByRole('region', { name: summaries.ledger.title }).count()).toBe(0)
  expect(await faultsOf(page)).toEqual([])
  await page.context().close()
})
