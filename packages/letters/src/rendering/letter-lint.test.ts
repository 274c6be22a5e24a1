import { LOCALES, type Locale } from '@wayproof/kernel/people/locale'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { messages } from '@wayproof/messages/messages'
import { GOALS } from '@wayproof/scorecard/goals/goal'
import { describe, expect, it } from 'vitest'
import { linksOf } from '../letter/links.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import { renderLetter } from './render-letter.ts'

const ring = keyring(new Uint8Array(32).fill(7))
const urls = { survey: 'https://survey.faraway.example', reporting: 'https://privacy.faraway.example' }
const cases = LOCALES.flatMap((locale) =>
  sampleLetters(locale).map((letter) => ({ locale, letter, kind: letter.kind })),
)

/** The declarations of a letter for dark schemes, by selector. */
function nightRules(html: string): ReadonlyMap<string, string> {
  const [, rules = ''] = /@media \(prefers-color-scheme: dark\) \{\n([^@]*)\n\}/.exec(html) ?? []
  const found = new Map<string, string>()
  for (const [, selectors = '', declarations = ''] of rules.matchAll(/([^{}]+)\{([^{}]*)\}/g))
    for (const selector of selectors.split(',')) found.set(selector.trim(), declarations.trim())
  return found
}

/** The cell directly inside the body, which has its own rule. */
const paper = (html: string) => /<body\b[^>]*>(?:<!--.*?-->|<(?:table|tbody|tr)\b[^>]*>)*(<td\b[^>]*>)/s.exec(html)?.[1]

describe.each(cases)('the letter $kind in $locale', ({ letter, locale }) => {
  const links = linksOf(letter, 'traveler@mail.example', ring, urls)
  const rendered = renderLetter(letter, { organisation, links })
  const survey = letter.kind.startsWith('survey')

  it('is small, in tables of 600 px, in its language', async () => {
    const { html } = await rendered
    expect(Buffer.byteLength(html)).toBeLessThan(30_000)
    expect(html).toContain('max-width:600px')
    expect(html).toContain(`lang="${locale}"`)
    // The quotation marks of a Chinese font are too wide in English.
    expect(html.indexOf('Arial') < html.indexOf('PingFang SC')).toBe(locale === 'en')
  })

  it('loads nothing, runs nothing and tracks nobody', async () => {
    const { html } = await rendered
    expect(html).not.toMatch(/<(img|script|iframe|object|embed|form|svg|video|audio|base)\b/i)
    expect(html).not.toMatch(/url\(|@import|src=|background=|<link\b/i)
    const addresses = [...html.matchAll(/https?:\/\/[^\s"'<>)]+/g)].map(([found]) => found)
    const allowed = Object.values(links) as string[]
    const pages = ['http://www.w3.org/', ...(links.dashboard === undefined ? [] : [`${links.dashboard}/`])]
    const isPage = (found: string) => pages.some((page) => found.startsWith(page))
    expect(addresses.filter((found) => !allowed.includes(found) && !isPage(found))).toEqual([])
  })

  it('supports dark schemes: no light color remains', async () => {
    const { html } = await rendered
    expect(html).toContain('<meta name="color-scheme" content="light dark"/>')
    expect(html).toContain(':root { color-scheme: light dark; }')
    // Older versions of Apple Mail read this name.
    expect(html).toContain('<meta name="supported-color-schemes" content="light dark"/>')
    const night = nightRules(html)
    for (const whole of ['body', 'body > table > tbody > tr > td', '.paper'])
      expect(night.get(whole)).toContain('background-color: #14181d')
    for (const tag of html.match(/<[a-z][^>]*\sstyle="[^>]*>/g) ?? []) {
      const classes = (/\sclass="([^"]*)"/.exec(tag)?.[1] ?? '').split(' ').map((name) => `.${name}`)
      const sets = (what: string) => classes.some((name) => night.get(name)?.includes(`${what}:`))
      const style = /\sstyle="([^"]*)"/.exec(tag)?.[1] ?? ''
      if (/(^|;)color:/.test(style))
        expect({ tag, turned: sets('color') || sets('background-color') }).toMatchObject({ turned: true })
      if (/(^|;)background-color:#fff/.test(style))
        expect({ tag, turned: /^<body\b/.test(tag) || sets('background-color') || tag === paper(html) }).toMatchObject({
          turned: true,
        })
    }
  })

  it('has one button, and also shows every link as text', async () => {
    const { html, text } = await rendered
    expect(html.match(/class="button"/g)).toHaveLength(1)
    for (const [name, link] of Object.entries(links)) {
      // A line of a list continues the address of the dashboard with its page.
      expect(html).toContain(`href="${link}${name === 'dashboard' ? '/' : '"'}`)
      expect(text).toContain(link)
    }
    expect(`${html}${text}`).not.toContain('.invalid')
  })

  it('has the same text in both parts, and the label of sample data', async () => {
    const { html, text, subject } = await rendered
    expect(text.length).toBeGreaterThan(100)
    expect(subject).not.toBe('')
    const { sample } = messages(locale).letters
    expect(text).toContain(sample)
    expect(html).toContain(sample)
    const real = await renderLetter(letter, { organisation: { ...organisation, sample: false }, links })
    expect(real.text + real.html).not.toContain(sample)
  })

  it('prevents automatic replies, and offers one-click unsubscribing in surveys only', async () => {
    const { headers } = await rendered
    expect(headers['Auto-Submitted']).toBe('auto-generated')
    expect(headers['List-Unsubscribe']).toBe(survey ? `<${links.unsubscribe}>` : undefined)
    expect(headers['List-Unsubscribe-Post']).toBe(survey ? 'List-Unsubscribe=One-Click' : undefined)
  })

  it('has no Latin word in Chinese', async () => {
    const { text, subject } = await rendered
    // The code of a seal is the same in every language, and p is the symbol of a p-value.
    const words =
      `${subject}\n${text}`
        .replace(/(?:[0-9A-Z]{4}-){6}[0-9A-Z]{4}/g, '')
        .replace(/https?:\/\/\S+|\S+@\S+|p(?=\u00a0[=<]\u00a0)/g, '')
        .match(/[A-Za-z]+/g) ?? []
    if (locale === 'zh-CN') expect(words).toEqual([])
    else expect(words.length).toBeGreaterThan(20)
  })
})

describe.each(LOCALES)('the summary in %s', (locale: Locale) => {
  it('names all five goals with their words, and each decision with its owner', async () => {
    const letter = sampleLetters(locale).find(({ kind }) => kind === 'executive-summary')
    if (!letter) throw new Error('no sample summary')
    const { text, html } = await renderLetter(letter, {
      organisation,
      links: linksOf(letter, 'traveler@mail.example', ring, urls),
    })
    const { goals } = messages(locale)
    for (const goal of GOALS) expect(html).toContain(goals.names[goal])
    expect(text).toContain(goals.words.missed)
    for (const owner of ['human-resources', 'procurement'] as const) {
      expect(text.toLowerCase()).toContain(goals.owners[owner].toLowerCase())
    }
  })
})
