import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messages } from './messages.ts'

const glossary = readFileSync(new URL('../../../docs/glossary.md', import.meta.url), 'utf8')
const rows = glossary.split('\n').map((line) => line.split('|').map((cell) => cell.trim().toLowerCase()))

test.each(['zh-CN', 'en'] as const)('every explained term of %s is a word of the glossary', (locale) => {
  const { names, texts } = messages(locale).reporting.terms
  const column = locale === 'en' ? 2 : 1
  const unknown = Object.values(names).filter(
    (name) => !rows.some((cells) => cells[column]?.includes(name.toLowerCase())),
  )
  expect(unknown).toEqual([])
  expect(Object.keys(texts)).toEqual(Object.keys(names))
})

test('an explanation is short enough for a small card', () => {
  for (const text of Object.values(messages('en').reporting.terms.texts))
    expect(text.split(/\s+/).length, text).toBeLessThanOrEqual(28)
  for (const text of Object.values(messages('zh-CN').reporting.terms.texts))
    expect([...text].length, text).toBeLessThanOrEqual(44)
})
