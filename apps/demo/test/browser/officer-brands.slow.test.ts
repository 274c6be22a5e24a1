import type { Browser, Page } from '@playwright/test'
import { pngPicture } from '@wayproof/database/testing/png-picture'
import { contrastByDay } from '@wayproof/kernel/brand/color'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { surveyLink } from '@wayproof/local-stack/clients/visit'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { accessFaults, pageFaults } from './page-faults.ts'
import { letterTo, mails, officerAtWork } from './survey-links.ts'

const { reportingUrl, surveyUrl } = workerStack()
const { people, faults, shell } = messages('en').reporting
const { brand: text } = people
const COLOR = '#7a1fa2'
const INVITED = 'brand@yuntu.example'
const YELLOW = '#ffcc00'

let browser: Browser
beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(async () => {
  const officer = await officerAtWork()
  await officer.mutate('brand.setColor', { color: null })
  await officer.mutate('brand.setLogo', { picture: null })
  await browser.close()
})

const file = (name: string, mimeType: string, buffer: Buffer) => ({ name, mimeType, buffer })
const SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="100" height="40"><script>alert(1)</script></svg>'

async function brandPage(): Promise<Page> {
  const page = await signedIn(browser, firstOfficer)
  await page.goto(`${reportingUrl}/settings/organization`)
  await page.getByRole('heading', { name: text.title }).waitFor()
  return page
}

test('an officer chooses a logo that a browser drew and a color; what cannot be shown is refused with what to do', async () => {
  const page = await brandPage()
  const choose = page.locator('input[type=file]')
  const refused = [
    ['logo-too-large', file('large.png', 'image/png', Buffer.alloc(5 * 1024 * 1024))],
    ['logo-not-a-picture', file('logo.svg', 'image/svg+xml', Buffer.from(SVG))],
    ['logo-not-a-picture', file('logo.png', 'image/png', Buffer.from(SVG))],
    ['logo-damaged', file('cut.png', 'image/png', Buffer.from(pngPicture(90, 40).slice(0, 70)))],
  ] as const
  for (const [code, bad] of refused) {
    await choose.setInputFiles(bad)
    await page.getByText(faults.codes[code] ?? '').waitFor()
  }
  expect(await page.getByRole('img', { name: text.logo }).count()).toBe(0)

  const drawn = await browser.newPage({ viewport: { width: 240, height: 60 } })
  await drawn.setContent('<h1 style="font-family:sans-serif">Faraway</h1>')
  for (const type of ['jpeg', 'png'] as const) {
    await choose.setInputFiles(file(`logo.${type}`, `image/${type}`, await drawn.screenshot({ type })))
    await page.getByRole('img', { name: text.logo }).waitFor()
    await expect.poll(() => page.getByText(faults.codes['logo-damaged'] ?? '').count()).toBe(0)
  }
  await drawn.close()

  await page.getByLabel(text.color, { exact: true }).fill(YELLOW)
  await page.getByRole('button', { name: text.saveColor }).click()
  await page.getByText(text.tooLight(contrastByDay(YELLOW), 4.5)).waitFor()
  await page.getByRole('button', { name: /nearest readable shade/ }).click()
  expect(await page.getByText(text.tooLight(contrastByDay(YELLOW), 4.5)).count()).toBe(0)
  await page.getByLabel(text.color, { exact: true }).fill(COLOR)
  await page.getByRole('button', { name: text.saveColor }).click()
  await page.getByText(shell.saved, { exact: true }).waitFor()
  await page.reload()
  await expect.poll(() => page.getByLabel(text.color, { exact: true }).inputValue()).toBe(COLOR)
  await page.setViewportSize({ width: 1280, height: 1000 })
  expect([await pageFaults(page, 'en'), await accessFaults(page)]).toEqual([[], []])
  await page.context().close()
})

test.each(LOCALES)('a traveler sees the logo and the color in both schemes, in %s', async (locale) => {
  const link = (await mails()).map(surveyLink).find((found) => found !== null)
  for (const colorScheme of ['light', 'dark'] as const)
    for (const width of [320, 390, 1280]) {
      const page = await browser.newPage({ colorScheme, viewport: { width, height: 800 } })
      const refused: string[] = []
      page.on('console', (line) => line.type() === 'error' && refused.push(line.text()))
      for (const address of [`${surveyUrl}/rights?lang=${locale}`, `${link}?lang=${locale}`]) {
        await page.goto(address)
        const logo = page.locator('header img')
        const size = () => logo.evaluate((image) => (image as HTMLImageElement).naturalWidth)
        await expect.poll(size).toBe(240)
      }
      await page.goto(`${surveyUrl}/rights?lang=${locale}`)
      expect([await pageFaults(page, locale), await accessFaults(page)]).toEqual([[], []])
      expect(refused.filter((line) => !line.includes('410'))).toEqual([])
      await page.close()
    }
})

test('the next letter is in the color and carries the logo', async () => {
  const officer = await officerAtWork()
  await officer.invite(INVITED, 'auditor', 'en')
  const letter = await letterTo(INVITED, (mail) => mail)
  expect(letter.attachments.map(({ type }) => type)).toEqual(['image/png'])
  expect(letter.html).toMatch(/<img src="data:image\/png;base64,[^"]+" width="160" height="40"/)
})
