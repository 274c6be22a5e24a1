import type { Browser, Page } from '@playwright/test'
import { VERSION } from '@wayproof/kernel/version'
import { messages } from '@wayproof/messages/messages'
import { consentedTravelers } from '@wayproof/sample-company/consented-travelers'
import { firstOfficer } from '@wayproof/sample-company/people'
import type { ProgrammeState } from '@wayproof/survey/programme/read-programme'
import { afterAll, beforeAll, expect, inject, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { pageReady } from './page-ready.ts'
import { officerAtWork } from './survey-links.ts'

const { reportingUrl } = workerStack()
const { account, programme: text, shell } = messages('en').reporting
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

async function planned() {
  const officer = await officerAtWork()
  return { officer, state: await officer.query<ProgrammeState>('programme.get', {}) }
}

test('an officer plans the sample of each wave, and sees beside the waves when the next one opens', async () => {
  const { officer, state } = await planned()
  const { runs, runsSince, ...plan } = state.programme
  try {
    const page = await signedIn(browser, firstOfficer)
    await page.goto(`${reportingUrl}/settings/survey`)
    await page.getByText(account.settings.version(VERSION), { exact: true }).waitFor()
    await page.getByLabel(text.mode).selectOption('sample')
    await page.getByLabel(text.size, { exact: true }).fill('140')
    await page.getByLabel(text.runs).setChecked(true)
    await page.getByText(text.asks('sample', 140)).waitFor()
    await page.getByLabel(text.runs).setChecked(runs)
    const form = page.locator('form').filter({ has: page.getByLabel(text.daysOpen) })
    await form.getByRole('button', { name: shell.save, exact: true }).click()
    await form.getByText(shell.saved, { exact: true }).waitFor()
    await page.reload()
    expect(await page.getByLabel(text.size, { exact: true }).inputValue()).toBe('140')
    await page.goto(`${reportingUrl}/waves`)
    await page.getByRole('heading', { name: text.nextTitle }).waitFor()
    const expectedText = runs ? text.asks('sample', 140) : runsSince === null ? text.stopped : text.paused
    await page.getByText(expectedText).waitFor()
    await page.context().close()
  } finally {
    await officer.mutate('programme.save', { runs, plan })
  }
})

test('an incomplete checklist is saved as such, without the name of a confirmer', async () => {
  const { officer, state } = await planned()
  const { confirmedAt: _, confirmedBy, ...points } = state.checklist!
  const confirmedNote = () => page.getByText(confirmedBy, { exact: true })
  const page = await signedIn(browser, firstOfficer)
  try {
    await page.goto(`${reportingUrl}/settings/checklist`)
    const { checklist } = text
    const form = page.locator('form').filter({ has: page.getByLabel(checklist.backups) })
    await form.getByText(confirmedBy).waitFor()
    await form.getByLabel(checklist.backups).fill('45')
    await form.getByLabel(checklist.notice).fill('')
    await form.getByRole('button', { name: checklist.confirm, exact: true }).click()
    await form.getByText(checklist.doesNotHold(2)).waitFor()
    await form.getByText(checklist.lacking.backups).waitFor()
    await expect.poll(() => form.getByText(confirmedBy).count()).toBe(0)
    expect(await form.getByText(shell.saved, { exact: true }).count()).toBe(0)
  } finally {
    await officer.confirm(points)
  }
  await page.reload()
  await confirmedNote().first().waitFor()
  await page.context().close()
})

/** Buttons and links outside sentences that are too low for a fingertip, by their text. */
const smallTargets = (page: Page) =>
  page.locator('main :is(a, button, summary)').evaluateAll((elements) =>
    elements.flatMap((at) => {
      const { width, height } = at.getBoundingClientRect()
      const isInSentence = at.closest('p, li') !== null && at.localName === 'a'
      return isInSentence || width < 2 || height >= 24 ? [] : [`${at.textContent} ${height}`]
    }),
  )

test('on a phone, buttons are large enough, and every action of the code book is inside the window', async () => {
  const page = await signedIn(browser, firstOfficer)
  const { comments, waves } = messages('en').reporting
  await page.setViewportSize({ width: 320, height: 720 })
  const small: string[] = []
  for (const path of [
    '/registers',
    '/registers/incidents',
    '/registers/partners',
    '/requests',
    '/waves',
    '/waves/progress',
    '/waves/results',
    '/waves/letters',
    '/waves/open',
    '/settings',
    '/settings/security',
  ]) {
    await page.goto(reportingUrl + path)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await pageReady(page)
    small.push(...(await smallTargets(page)))
  }
  expect(small).toEqual([])
  await page.goto(`${reportingUrl}/waves/open`)
  const calculator = page.getByText(waves.calculator.title, { exact: true })
  if ((await calculator.count()) > 0) expect((await calculator.boundingBox())!.height).toBeGreaterThanOrEqual(44)
  await page.goto(`${reportingUrl}/waves/comments?period=${inject('demo').period}`)
  const actions = page.getByRole('button', { name: comments.book.remove, exact: false })
  await actions.first().waitFor()
  const rights = await actions.evaluateAll((elements) => elements.map((at) => at.getBoundingClientRect().right))
  expect(Math.max(...rights)).toBeLessThanOrEqual(320)
  await page.context().close()
})

test('before travelers are imported, an officer sees the groups that the file would create', async () => {
  const page = await signedIn(browser, firstOfficer)
  const { registers } = messages('en').reporting
  await page.goto(`${reportingUrl}/registers`)
  await page.getByRole('link', { name: registers.importInto(registers.names.travelers!) }).click()
  const [email, hostileName] = ['strange@fresh.example', '<img src=x>']
  const table = consentedTravelers([[email, email, 'fr', hostileName, 'app', 'east', '2026-03', 'yes']])
  const file = { name: 'strange.csv', mimeType: 'text/csv', buffer: Buffer.from(table) }
  await page.getByLabel(registers.tableFile).setInputFiles(file)
  const groups = page.locator('section section').filter({ has: page.getByText(registers.found.title) })
  await groups.getByText(registers.found.otherLanguages).getByText('fr', { exact: true }).waitFor()
  await groups.getByText(`${hostileName} 1 · ${registers.found.isNew}`).waitFor()
  await page.context().close()
})
