import { DEFAULT_QUESTIONNAIRE } from '@wayproof/forms/questionnaire/default-questionnaire'
import { firstQuestion } from '@wayproof/forms/questionnaire/first-question'
import { keyring } from '@wayproof/kernel/secrets/keyring'
import { buildSentences } from '@wayproof/messages/added/build-sentences'
import type { SpokenLanguages } from '@wayproof/messages/added/recent-languages'
import { accentedLanguage } from '@wayproof/messages/testing/accented-language'
import { englishLeftIn, textOfHtml } from '@wayproof/messages/testing/english-left'
import { travelerSentences } from '@wayproof/messages/traveler-sentences'
import PostalMime from 'postal-mime'
import { describe, expect, test } from 'vitest'
import { wholeMessage } from '../message/compose-message.ts'
import { letterRenderer } from '../rendering/render-letter.ts'
import { organisation, sampleLetters } from '../testing/sample-letters.ts'
import { composeLetter } from './attempt-letter.ts'

const spoken = (tag: string, direction: 'ltr' | 'rtl' = 'ltr', revision = 1): SpokenLanguages => {
  const { name, sentences } = accentedLanguage(tag)
  return new Map([[tag, { tag, name, direction, revision, sentences: buildSentences(sentences, tag) }]])
}
const render = letterRenderer()

async function composed(
  locale: string,
  languages: SpokenLanguages,
  kind = 'survey-invitation',
  added: object = {},
  saved: SpokenLanguages = new Map(),
) {
  const sample = sampleLetters('en').find((letter) => letter.kind === kind)
  const letter = { ...sample, locale, data: { ...sample?.data, ...added } } as NonNullable<typeof sample>
  const message = await composeLetter(
    {
      ...{
        clock: { now: () => Date.parse('2026-01-15T01:00:00Z') },
        keyring: keyring(new Uint8Array(32).fill(7)),
        render,
      },
      ...{ organisation, sender: 'privacy@faraway.example', bounceAddress: null, languages: async () => languages },
      previewLanguage: async (tag) => saved.get(tag) ?? null,
      urls: { survey: 'https://survey.faraway.example', reporting: 'https://privacy.faraway.example' },
    },
    { id: 'letter-1', fence: 1, attempt: 1, to: 'ann@traveler.example', letter },
  )
  if (!('head' in message)) throw new Error(message.reply)
  const { subject, html = '', text = '' } = await PostalMime.parse(wholeMessage(message))
  return { head: message.head, subject, html, text }
}

describe.each(['survey-invitation', 'survey-reminder', 'survey-last-reminder'])('a letter %s', (kind) => {
  test('in an added language has its sentences, links and headers, and no English sentence', async () => {
    const { head, subject, html, text } = await composed('fr', spoken('fr'), kind)
    expect(head).toContain('Content-Language: fr\r\n')
    expect(head).toMatch(/List-Unsubscribe: <https:\/\/survey\.faraway\.example\/u\/[\w-]+\?lang=fr>/)
    expect(subject).toMatch(/^⟦.*⟧$/)
    expect(html).toMatch(/<html[^>]* lang="fr"/)
    expect(text).toMatch(/\/s\/[\w-]{48}\?lang=fr\s/)
    for (const shown of [text, textOfHtml(html)]) {
      expect(shown).toContain('⟦Åñšwér thé šürvéÿ⟧')
      expect(englishLeftIn(shown)).toEqual([])
    }
  })

  test('in a language that is no longer active is the English one', async () => {
    const [ended, english] = [await composed('fr', new Map(), kind), await composed('en', new Map(), kind)]
    expect(ended).toEqual(english)
    expect(ended.text).toContain(travelerSentences('en').letters.survey.button)
  })

  test('is in a saved language that is not active only as a test for an officer', async () => {
    const test = await composed('fr', new Map(), kind, { test: true }, spoken('fr'))
    expect(test.head).toContain('Content-Language: fr\r\n')
    expect(test.text).toContain('⟦Åñšwér thé šürvéÿ⟧')
    expect(test.text).toMatch(/\/preview\/[\w-]+\?lang=fr\s/)
    expect(await composed('fr', new Map(), kind, {}, spoken('fr'))).toEqual(await composed('en', new Map(), kind))
    expect((await composed('de', new Map(), kind, { test: true }, spoken('fr'))).head).toContain('Content-Language: en')
  })
})

test('an English question in a letter from right to left is marked as such, so that its marks stay in place', async () => {
  const question = firstQuestion(DEFAULT_QUESTIONNAIRE)
  const { html } = await composed('ar', spoken('ar', 'rtl'), 'survey-invitation', { question })
  expect(html).toMatch(/<h2(?=[^>]* lang="en")(?=[^>]* dir="ltr")[^>]*>Thinking of your dealings/)
  expect(html.match(/<a(?=[^>]* lang="en")(?=[^>]* dir="ltr")[^>]*>/g)).toHaveLength(7)
  expect((await composed('en', new Map(), 'survey-invitation', { question })).html).not.toMatch(/<(h2|a)[^>]* lang=/)
})

test('a letter from right to left says so, and a changed sentence is in the next letter', async () => {
  expect((await composed('ar', spoken('ar', 'rtl'))).html).toMatch(/<html[^>]* dir="rtl"/)
  const next = spoken('ar', 'rtl', 2)
  const sentences = buildSentences({ letters: { survey: { button: 'أجب' } } }, 'ar')
  const changed: SpokenLanguages = new Map([['ar', { ...next.get('ar')!, sentences }]])
  expect((await composed('ar', changed)).text).toContain('أجب')
})
