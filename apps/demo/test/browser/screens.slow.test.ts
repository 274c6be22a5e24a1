import { surveyLink } from '@wayproof/local-stack'
import { executives, firstOfficer } from '@wayproof/sample-company'
import { expect, inject, onTestFinished, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { accessFaults, pageFaults, wideTextFaults } from './page-faults.ts'
import { pageReady } from './page-ready.ts'
import { screensIn } from './screens.ts'
import { mails } from './survey-links.ts'

const WAVE_PERIOD = '2020'
screensIn('en', WAVE_PERIOD)
screensIn('zh-CN', '2021', [1280])

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
