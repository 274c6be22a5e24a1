import type { Page } from '@playwright/test'
import type { Locale } from '@wayproof/kernel/people/locale'
import { accessFaults, pageFaults, wideTextFaults } from './page-faults.ts'
import { pageReady } from './page-ready.ts'

/** The narrowest phone, and a desktop. */
export const WIDTHS: readonly number[] = [320, 1280]
/** Roles, names and colors of a page are the same in both languages. */
const AXE_LOCALE: Locale = 'en'

/** Faults of the page on a phone and on a desktop; in English also those that axe finds. */
export async function lookAtPage(page: Page, name: string, locale: Locale, widths = WIDTHS): Promise<string[]> {
  const faults: string[] = []
  for (const width of widths) {
    await page.setViewportSize({ width, height: width === 1280 ? 900 : 844 })
    await pageReady(page)
    const widthFaults = await pageFaults(page, locale)
    if (width === 320) widthFaults.push(...(await wideTextFaults(page)))
    faults.push(...widthFaults.map((fault) => `${name} ${width}: ${fault}`))
  }
  if (locale !== AXE_LOCALE) return faults
  return [...faults, ...(await accessFaults(page)).map((fault) => `${name}: ${fault}`)]
}
