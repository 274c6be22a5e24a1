import type { Browser, Locator, Page } from '@playwright/test'
import { messages } from '@wayproof/messages/messages'
import { firstOfficer } from '@wayproof/sample-company/people'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../setup/shared-browser.ts'
import { workerStack } from '../setup/worker-stack.ts'
import { signedIn } from './closing-people.ts'
import { accessFaults, pageFaults } from './page-faults.ts'

const { reportingUrl } = workerStack()
const { rows: text, shell } = messages('en').reporting
let browser: Browser

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser.close())

const drawerOf = (page: Page) => page.locator('aside[data-beside-list]')
const focused = (page: Page) => page.locator(':focus')
const menuWidth = (page: Page) => page.locator('#menu').evaluate((menu) => menu.getBoundingClientRect().width)
const openName = (page: Page) => new URL(page.url()).searchParams.get('open')

async function listed(page: Page, width: number): Promise<readonly string[]> {
  await page.setViewportSize({ width, height: 900 })
  await page.goto(`${reportingUrl}/registers/partners`)
  await page.locator('a[data-row]').first().waitFor()
  const keys = await page
    .locator('a[data-row]')
    .evaluateAll((links) => links.map((link) => link.getAttribute('data-row')))
  return keys.map((key) => JSON.parse(key ?? '[]')[0])
}

/**
 * Clicks a link with Ctrl, and returns the address that the browser is to open in a tab. Headless Chromium drops some of
 * these tabs, also those of a page without a script; so the page must leave the click to the browser.
 */
async function clickForTab(page: Page, link: Locator): Promise<string> {
  await page.evaluate(() =>
    addEventListener('click', ({ target, defaultPrevented }) => {
      const clicked = target instanceof Element ? target.closest('a') : null
      document.body.dataset.leftToBrowser = clicked && !defaultPrevented ? clicked.href : ''
    }),
  )
  await link.click({ modifiers: ['Control'] })
  return (await page.locator('body').getAttribute('data-left-to-browser')) ?? ''
}

test('an officer reads record after record beside the list with the keyboard alone', async () => {
  const page = await signedIn(browser, firstOfficer)
  const ids = await listed(page, 1280)
  const drawer = drawerOf(page)
  await page.locator('a[data-row]').first().focus()
  await page.keyboard.press('Enter')
  await drawer.getByRole('heading', { level: 2 }).first().waitFor()
  await expect.poll(() => openName(page)).toBe(ids[0])
  await expect.poll(() => focused(page).evaluate((element) => element.localName)).toBe('h2')
  await drawer.getByText(text.history, { exact: true }).waitFor()
  expect(await page.locator('a[data-row]').count()).toBe(ids.length)
  await expect.poll(() => menuWidth(page)).toBeLessThan(80)

  await page.keyboard.press('j')
  await expect.poll(() => openName(page)).toBe(ids[1])
  await page.keyboard.press('ArrowDown')
  await expect.poll(() => openName(page)).toBe(ids[2])
  await page.keyboard.press('k')
  await expect.poll(() => openName(page)).toBe(ids[1])
  await drawer.getByText(/^2 of /).waitFor()
  const current = page.locator('a[data-row][aria-current]')
  await expect.poll(() => current.getAttribute('data-row')).toBe(JSON.stringify([ids[1]]))
  expect(await accessFaults(page)).toEqual([])
  expect(await pageFaults(page, 'en')).toEqual([])

  await page.reload()
  await drawer.getByText(/^2 of /).waitFor()
  await page.keyboard.press('Escape')
  await drawer.waitFor({ state: 'detached' })
  await expect.poll(() => openName(page)).toBeNull()
  await expect.poll(() => focused(page).getAttribute('data-row')).toBe(JSON.stringify([ids[1]]))
  await page.goBack()
  await drawer.waitFor()
  await page.context().close()
})

test('a click on a row opens the drawer, and one with Ctrl its page; the browser’s back button closes the drawer', async () => {
  const page = await signedIn(browser, firstOfficer)
  const ids = await listed(page, 1280)
  const drawer = drawerOf(page)
  await page.locator('tbody tr').nth(1).locator('td').last().click()
  await expect.poll(() => openName(page)).toBe(ids[1])
  await drawer.getByRole('button', { name: text.drawer.next }).click()
  await expect.poll(() => openName(page)).toBe(ids[2])
  await page.goBack()
  await drawer.waitFor({ state: 'detached' })
  // The menu unfolds and the list takes its room back; a click in between would miss.
  await expect.poll(() => menuWidth(page)).toBeGreaterThan(200)
  const address = await clickForTab(page, page.locator('a[data-row]').first())
  expect(new URL(address).searchParams.get('row')).toBe(JSON.stringify([ids[0]]))
  expect(openName(page)).toBeNull()
  const tab = await page.context().newPage()
  await tab.goto(address)
  await tab.getByRole('heading', { level: 1 }).waitFor()
  await page.context().close()
})

test('a typed correction in the drawer is not lost by a step to the next record or in a narrower window', async () => {
  const page = await signedIn(browser, firstOfficer)
  const ids = await listed(page, 1280)
  const drawer = drawerOf(page)
  await page.locator('a[data-row]').first().click()
  await drawer.getByRole('button', { name: text.correct, exact: true }).click()
  await drawer.getByLabel(text.reason).fill('A typed word.')
  await drawer.getByRole('button', { name: text.drawer.next }).click()
  const { unsaved } = messages('en').reporting.fields
  const dialog = page.getByRole('dialog', { name: unsaved.title })
  await dialog.getByRole('button', { name: shell.cancel, exact: true }).click()
  await page.setViewportSize({ width: 900, height: 900 })
  await page.waitForFunction(() => innerWidth === 900)
  expect(await drawer.getByLabel(text.reason).inputValue()).toBe('A typed word.')
  expect(openName(page)).toBe(ids[0])
  await page.context().close()
})

test('a window without room shows the record on its own page, also for the address of a drawer', async () => {
  const page = await signedIn(browser, firstOfficer)
  const ids = await listed(page, 390)
  await page.locator('a[data-row]').first().click()
  await page.waitForURL(({ searchParams }) => searchParams.has('row'))
  await page.goto(`${reportingUrl}/registers/partners?open=${ids[0]}`)
  await page.getByRole('heading', { level: 1, name: ids[0] ?? '' }).waitFor()
  expect(await drawerOf(page).count()).toBe(0)
  await page.context().close()
})

test('an officer names a search, opens it from its tab, renames it, and takes back its deletion', async () => {
  const page = await signedIn(browser, firstOfficer)
  const views = page.getByRole('navigation', { name: text.viewsLabel })
  const press = async (name: string) => {
    await page.getByRole('button', { name, exact: true }).focus()
    await page.keyboard.press('Enter')
  }
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 })
    await page.goto(`${reportingUrl}/registers/partners?only=processesPersonalData:yes&sort=-name`)
    await press(text.savedViews.save)
    await page.getByLabel(text.savedViews.name).fill(`Data ${width}`)
    await page.keyboard.press('Enter')
    const tab = views.getByRole('link', { name: new RegExp(`^Data ${width}`) })
    await tab.waitFor()
    expect(await tab.getAttribute('aria-current')).toBe('page')
    expect(await accessFaults(page)).toEqual([])
    expect(await pageFaults(page, 'en')).toEqual([])
    await page.goto(`${reportingUrl}/registers/partners`)
    await tab.focus()
    await page.keyboard.press('Enter')
    await page.waitForURL(({ searchParams }) => searchParams.get('sort') === '-name')
    await press(text.savedViews.rename)
    await page.getByLabel(text.savedViews.name).fill(`Renamed ${width}`)
    await page.keyboard.press('Enter')
    const renamed = views.getByRole('link', { name: new RegExp(`^Renamed ${width}`) })
    await renamed.waitFor()
    await press(text.savedViews.remove)
    await renamed.waitFor({ state: 'detached' })
    await page.getByRole('status').getByRole('button', { name: shell.undo.action, exact: true }).click()
    await renamed.waitFor()
    await press(text.savedViews.remove)
    await renamed.waitFor({ state: 'detached' })
  }
  await page.context().close()
})
