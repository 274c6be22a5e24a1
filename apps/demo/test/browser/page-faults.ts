import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import type { Locale } from '@wayproof/kernel/people/locale'
import { findCrampedText } from './find-cramped-text.ts'

const glossary = readFileSync(join(import.meta.dirname, '../../../../docs/glossary.md'), 'utf8')
const allowed = new Set(
  [...glossary.slice(glossary.indexOf('## Latin words')).matchAll(/`([^`]+)`/g)].map(([, word]) => word),
)

/** Addresses, file paths and names of settings belong to no language. */
const ADDRESS = /https?:\/\/\S+|\b[\w.-]+@[\w.-]+\b|(?<!\S)\/[\w./-]+|\b[A-Z]+(?:_[A-Z]+)+\b/g
const LATIN = /\p{Script=Latin}[\p{Script=Latin}\d]*(?:-[\p{Script=Latin}\d]+)*/gu
const CHINESE = /\p{Script=Han}+/gu

/** Words in the wrong language: on a Chinese page Latin words outside the glossary, on an English one Chinese words. */
export function foreignWords(texts: readonly string[], locale: Locale): string[] {
  return texts.flatMap((text) => {
    const words = text.replace(ADDRESS, ' ').match(locale === 'en' ? CHINESE : LATIN) ?? []
    return words.filter((word) => !allowed.has(word)).map((word) => `foreign word: ${word} (in: ${text.slice(0, 60)})`)
  })
}

/** How long a page may take to redraw after its window, language or colors have changed. */
const REDRAW_MS = 5_000

/** The faults of `find` that stay after the page has been redrawn. */
async function settled(page: Page, find: () => Promise<string[]>): Promise<string[]> {
  const ends = performance.now() + REDRAW_MS
  for (;;) {
    const faults = await find()
    if (faults.length === 0 || performance.now() > ends) return faults
    await page.waitForTimeout(100)
  }
}

/** Faults of a page: text that is clipped, overlapping, wider than the window or untranslated. */
export const pageFaults = (page: Page, locale: Locale): Promise<string[]> =>
  settled(page, () => findPageFaults(page, locale))

/** Whether the page scrolls sideways with the text spacing of WCAG 1.4.12, which is as wide as any font in use. */
export const wideTextFaults = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const root = document.documentElement
    const spacing = new CSSStyleSheet()
    spacing.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }')
    document.adoptedStyleSheets.push(spacing)
    const { scrollWidth, clientWidth } = root
    document.adoptedStyleSheets.pop()
    return scrollWidth > clientWidth ? [`scrolls sideways in a wide font: ${scrollWidth} > ${clientWidth}`] : []
  })

/** Serious and critical findings of axe. */
export const accessFaults = (page: Page): Promise<string[]> => settled(page, () => findAccessFaults(page))

async function findPageFaults(page: Page, locale: Locale): Promise<string[]> {
  const { cramped, texts } = await page.evaluate(findCrampedText)
  const lang = await page.locator('html').getAttribute('lang')
  if (lang !== locale) cramped.push(`page in ${lang}, read in ${locale}`)
  return [...cramped, ...foreignWords(texts, locale)]
}

async function findAccessFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ html }) => `axe ${id}: ${html.slice(0, 160)}`))
}
