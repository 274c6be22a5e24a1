import { expect, it } from 'vitest'
import { textOf } from '../policy-page/page-block.ts'
import { readPage } from '../policy-page/read-page.ts'
import { aPage, LOOKS } from '../testing/policy-pages/a-page.ts'
import { aPolicy, nextVersion } from '../testing/policy-pages/a-policy.ts'
import { anExtract, EXTRACTS } from '../testing/policy-pages/an-extract.ts'
import { CHINESE, ENGLISH } from '../testing/policy-pages/policy-words.ts'
import { seeded } from '../testing/policy-pages/random.ts'
import { matchPolicy } from './policy-match.ts'

const LANGUAGES = [
  ['en', ENGLISH],
  ['zh-CN', CHINESE],
] as const

/** Policies on pages of every look in both languages, twice each. */
const pages = LANGUAGES.flatMap(([language, words], l) =>
  LOOKS.flatMap((look, i) =>
    [1, 2].map((seed) => {
      const random = seeded(seed * 1000 + i * 10 + l)
      const policy = aPolicy(random, words, language)
      return { look, language, words, random, policy, html: aPage(random, policy, look) }
    }),
  ),
)

const finds = (html: string, text: string) => matchPolicy(readPage(html), [{ version: '1', text }]).kind === 'found'

it('finds a version by the page’s own text', () => {
  const missed = pages.filter(({ html }) => !finds(html, readPage(html).blocks.map(textOf).join('\n')))
  expect(missed.map(({ look, language }) => `${look} ${language}`)).toEqual([])
})

it('finds a version by text from other extractors, except as a single line', () => {
  const tried = pages.flatMap((page) => EXTRACTS.map((extract) => ({ ...page, extract })))
  const missed = tried.filter(({ html, policy, extract }) => !finds(html, anExtract(policy, extract)))
  const named = missed.map(({ look, language, extract }) => `${look} ${language} ${extract}`)
  // In a single line, a table of contents has no headings to repeat.
  expect(named.filter((name) => !name.endsWith('one-line'))).toEqual([])
  expect(missed.length / tried.length).toBeLessThan(0.1)
})

/** Each page is compared with four other versions of its policy. */
const others = pages.flatMap(({ policy, words, random, html, look, language }) =>
  [0, 2, 4, 8].map((i) => {
    const [extract, other] = [EXTRACTS[i] ?? 'copied', nextVersion(random, words, policy)]
    const name = `${look} ${language} ${extract}`
    return {
      name,
      html,
      text: anExtract(other, extract),
      next: aPage(random, other, look),
      old: anExtract(policy, extract),
    }
  }),
)

it('does not mistake a page for the next version', () => {
  expect(others.filter(({ html, text }) => finds(html, text)).map(({ name }) => name)).toEqual([])
})

it('does not mistake the next version for the previous one', () => {
  expect(others.filter(({ next, old }) => finds(next, old)).map(({ name }) => name)).toEqual([])
})
