import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { LOCALES } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { linksOf } from '@wayproof/letters/letter/links'
import { renderLetter } from '@wayproof/letters/rendering/render-letter'
import { organisation, sampleLetters } from '@wayproof/letters/testing/sample-letters'
import { openBrowser } from '@wayproof/local-stack/browser/open-browser'
import { expect, onTestFinished, test } from 'vitest'

const ring = keyring(new Uint8Array(32).fill(7))
const urls = { survey: 'https://survey.faraway.example', reporting: 'https://privacy.faraway.example' }

/** Letters of WCAG 1.4.12, Text Spacing: as wide as those of any font in use. */
const WIDE = '* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }'

const fontOf = (weight: string): string =>
  createRequire(fileURLToPath(import.meta.resolve('@wayproof/letters/letter/letter'))).resolve(
    `@expo-google-fonts/noto-sans-sc/${weight}/NotoSansSC_${weight}.ttf`,
  )

/** Each name with the fonts of a machine; `null` are those of this one, which may be none. */
const MACHINES: readonly (readonly [name: string, fonts: readonly string[] | null])[] = [
  ['no font', []],
  ['the fonts of this machine', null],
  ['Chinese fonts', [fontOf('400Regular'), fontOf('700Bold')]],
  ['the widest Chinese font', [fontOf('900Black')]],
]

/** A fontconfig file whose only folder has `fonts`. */
function fontconfigWith(fonts: readonly string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'wayproof-fonts-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const fontFolder = join(folder, 'fonts')
  mkdirSync(fontFolder)
  for (const [index, font] of fonts.entries()) symlinkSync(font, join(fontFolder, `${index}.ttf`))
  const file = join(folder, 'fonts.conf')
  const elements = `<dir>${fontFolder}</dir><cachedir>${join(folder, 'cache')}</cachedir>`
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${elements}</fontconfig>`,
  )
  return file
}

test.each(MACHINES)('no letter scrolls sideways on a phone of 320 px with %s', async (_, fonts) => {
  const browser = await openBrowser(fonts === null ? {} : { fontconfig: fontconfigWith(fonts) })
  onTestFinished(() => browser.close())
  const page = await browser.newPage({ viewport: { width: 320, height: 640 } })
  const faults: string[] = []
  for (const locale of LOCALES)
    for (const letter of sampleLetters(locale)) {
      const links = linksOf(letter, 'traveler@mail.example', ring, urls)
      const { html } = await renderLetter(letter, { organisation, links })
      for (const style of ['', WIDE]) {
        await page.setContent(html)
        if (style) await page.addStyleTag({ content: style })
        const width = await page.evaluate(() => document.documentElement.scrollWidth)
        if (width > 320) faults.push(`${letter.kind} in ${locale}${style && ', wide'}: ${width} px`)
      }
    }
  expect(faults).toEqual([])
})
