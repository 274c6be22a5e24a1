import { LOCALES } from '@wayproof/kernel/people/locale'
import { expect, test } from 'vitest'
import { changedPromises } from './promises.ts'
import { sentencesAsData } from './sentence-shape.ts'

const line = (path: string, after: string | null = 'x') => ({ field: `sentence:${path}`, after })
const all = [...sentencesAsData('en').texts.keys()].map((path) => line(path))

test.each(LOCALES)(
  'each sentence about what is kept, seen or deleted is a promise, with its original in %s',
  (locale) => {
    const promises = changedPromises(all, locale)
    const fields = promises.map(({ field }) => field)
    for (const path of [
      'survey.trust.seenText',
      'dataNotice.seenText.1',
      'letters.survey.kept.1',
      'survey.autosave.about',
    ])
      expect(fields).toContain(`sentence:${path}`)
    const { texts } = sentencesAsData(locale)
    for (const { field, original } of promises) expect(texts.get(field.slice('sentence:'.length))).toBe(original)
  },
)

test('a button, a removed line, an unknown path and another field are none', () => {
  const others = [line('survey.submit'), line('survey.trust.seenText', null), line('survey.trust.other'), line('x')]
  expect(changedPromises([...others, { field: 'survey.trust.seenText', after: 'x' }], 'en')).toEqual([])
})
