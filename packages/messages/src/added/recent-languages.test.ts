import type { ActiveLanguage } from '@wayproof/forms/languages/ports'
import { expect, test } from 'vitest'
import { accentedLanguage } from '../testing/accented-language.ts'
import { recentLanguages } from './recent-languages.ts'

const saved = (tag: string, revision = 1): ActiveLanguage => ({ ...accentedLanguage(tag, tag), revision })

test('a process reads the marks once a second, and the sentences only when a mark changes', async () => {
  let now = 10_000
  let stored = [saved('fr')]
  const reads: string[] = []
  const store = {
    activeMarks: async () => {
      reads.push('marks')
      return stored
    },
    active: async () => {
      reads.push('languages')
      return stored
    },
  }
  const recent = recentLanguages(store, { now: () => now })
  const first = await recent()
  expect([...first.keys()]).toEqual(['fr'])
  expect(first.get('fr')?.sentences.survey.submit).toBe('⟦Šübmît⟧')
  for (let n = 0; n < 100; n += 1) expect(await recent()).toBe(first)
  expect(reads).toEqual(['marks', 'languages'])
  now += 1000
  expect(await recent()).toBe(first)
  expect(reads).toEqual(['marks', 'languages', 'marks'])
  now -= 60_000
  stored = [saved('ar')]
  expect([...(await recent()).values()].map(({ tag, direction }) => [tag, direction])).toEqual([['ar', 'rtl']])
  now += 1000
  stored = []
  expect((await recent()).size).toBe(0)
})
