import { LOCALES } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { linksOf } from '@wayproof/letters/letter/links'
import { renderLetter } from '@wayproof/letters/rendering/render-letter'
import { organisation, sampleLetters } from '@wayproof/letters/testing/sample-letters'
import { surveyLink } from '@wayproof/local-stack/clients/visit'
import { executives, firstOfficer } from '@wayproof/sample-company/people'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { htmlFaults } from './html-faults.ts'
import { accessFaults, pageFaults, wideTextFaults } from './page-faults.ts'
import { pageReady } from './page-ready.ts'
import { documents, screensIn } from './screens.ts'
import { mails } from './survey-links.ts'

const WAVE_PERIOD = '2020'
/** Fewer HTML documents would mean that a walk was not recorded. */
const MIN_PAGES = 60
screensIn('en', WAVE_PERIOD)
screensIn('zh-CN', '2021', [1280])

test('the Nu HTML checker finds no error in the pages of these walks', async () => {
  const { reportingUrl, surveyUrl } = workerStack()
  const addresses = [
    ...['/', '/none', '/accessibility', '/report', '/privacy'].map((path) => surveyUrl + path),
    ...['/none', '/sign-in', '/api-description'].map((path) => reportingUrl + path),
  ]
  for (const address of addresses)
    for (const locale of LOCALES) {
      const headers = { accept: 'text/html', 'accept-language': locale }
      documents.set(`${locale} ${address}`, await (await fetch(address, { headers })).text())
    }
  expect(documents.size).toBeGreaterThan(MIN_PAGES)
  expect(await htmlFaults(documents)).toEqual([])
})

test('the Nu HTML checker finds no error in any letter', async () => {
  const { reportingUrl, surveyUrl } = workerStack()
  const letters = new Map((await mails()).flatMap(({ subject, html }) => (html ? [[subject, html] as const] : [])))
  const ring = keyring(new Uint8Array(32).fill(7))
  for (const locale of LOCALES)
    for (const letter of sampleLetters(locale)) {
      const urls = { survey: surveyUrl, reporting: reportingUrl }
      const links = linksOf(letter, 'traveler@mail.example', ring, urls)
      letters.set(`${locale} ${letter.kind}`, (await renderLetter(letter, { organisation, links })).html)
    }
  expect(await htmlFaults(letters)).toEqual([])
})

test('the main pages and letters have contrast in the dark scheme', async () => {
  const { reportingUrl, surveyUrl } = workerStack()
  const { period } = inject('demo')
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await signedIn(browser, firstOfficer)
  await page.emulateMedia({ colorScheme: 'dark' })
  const faults: string[] = []
  const look = async (name: string, at = page) => {
    await pageReady(at)
    faults.push(...(await accessFaults(at)).map((fault) => `${name}: ${fault}`))
  }
  const screens = ['/', '/scorecard', '/waves/results', '/closing', '/goal/staff-training'].map(
    (path) => `${path}?period=${period}`,
  )
  for (const screen of [...screens, '/registers', '/settings']) {
    await page.goto(reportingUrl + screen)
    await page.getByRole('heading', { level: 1 }).waitFor()
    await look(screen)
  }
  // The links of the Chinese travelers of this file are unused.
  const invitation = (await mails()).findLast(({ to }) => to.startsWith(`${WAVE_PERIOD}-zh-cn-`))!
  const summary = (await mails()).findLast(({ to, text }) => to === executives[0].email && text.includes('%'))!
  for (const address of [surveyLink(invitation)!, `${surveyUrl}/rights`, `${surveyUrl}/receipt`]) {
    await page.goto(address)
    await look(address)
    await page.locator('button.go').click()
    await page.locator('.err').first().waitFor()
    await look(`${address} with an error`)
  }
  const letters = await browser.newPage({ colorScheme: 'dark' })
  for (const { subject, html } of [invitation, summary]) {
    await letters.setContent(html)
    await look(subject, letters)
  }
  expect(faults).toEqual([])
})

test('a page that is too wide, clipped, overlapping, untranslated or too pale is detected', async () => {
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage()
  await page.setContent(`<html lang="zh-CN"><title>页</title><main style="font:16px sans-serif">
    <p style="width:40px;overflow:hidden;white-space:nowrap">一段放不下的文字</p>
    <p style="position:absolute;left:0;top:300px">上面的字</p><p style="position:absolute;left:8px;top:302px">下面的字</p>
    <svg width="60" height="16"><text x="40" y="12">画不下的字</text></svg>
    <p style="color:#ccc">Dashboard <span translate="no">Ann</span></p><div style="width:3000px">宽</div></main></html>`)
  const faults = [...(await pageFaults(page, 'zh-CN')), ...(await accessFaults(page))]
  for (const start of [
    'scrolls sideways',
    'cut off: 一段',
    'cut off: 画不下',
    'overlapping: 上面的字 | 下面的字',
    'foreign word: Dashboard',
    'axe color-contrast',
  ])
    expect(
      faults.some((fault) => fault.startsWith(start)),
      start,
    ).toBe(true)
  expect(faults.join()).not.toContain('foreign word: Ann')
})

test('a page that only a wide font makes too wide is detected', async () => {
  const browser = await openBrowser()
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  const row = (fits: string) => `<main style="font:16px monospace;white-space:nowrap;width:30ch">${fits}</main>`
  await page.setContent(row('x'.repeat(30)))
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320)
  expect(await wideTextFaults(page)).toEqual([expect.stringMatching(/^scrolls sideways in a wide font/)])
  await page.setContent(row('x'.repeat(10)))
  expect(await wideTextFaults(page)).toEqual([])
})
