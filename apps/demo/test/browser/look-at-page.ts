import type { Page } from '@playwright/test'
import type { Locale } from '@wayproof/kernel'
import { accessFaults, pageFaults } from './page-faults.ts'

const WIDTHS = [320, 390, 1280] as const

/** Faults of the page in every width, and in the dark scheme. */
export async function lookAtPage(page: Page, name: string, locale: Locale): Promise<string[]> {
  const faults: string[] = []
  await page.waitForLoadState('networkidle')
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 1280 ? 900 : 844 })
    // A chart redraws after its box has changed.
    await page.waitForTimeout(120)
    const widthFaults = await pageFaults(page, locale)
    faults.push(...widthFaults.map((fault) => `${name} ${width}: ${fault}`))
  }
  faults.push(...(await accessFaults(page)).map((fault) => `${name}: ${fault}`))
  return [...faults, ...(locale === 'zh-CN' ? await lookInTheDark(page, name) : [])]
}

/** Colors are the same in both languages. */
async function lookInTheDark(page: Page, name: string): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'dark' })
  const faults = await accessFaults(page)
  await page.emulateMedia({ colorScheme: 'light' })
  return faults.map((fault) => `${name}, dark: ${fault}`)
}
