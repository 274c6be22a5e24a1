import { expect, test } from 'vitest'
import { languageName } from './language-name.ts'

test('a language is named in the language of the reader, and Chinese by its script', () => {
  expect(['zh-CN', 'zh-TW', 'en'].map((tag) => languageName(tag, 'en'))).toEqual([
    'Simplified Chinese',
    'Traditional Chinese',
    'English',
  ])
  expect(['zh-CN', 'zh-HK', 'en'].map((tag) => languageName(tag, 'zh-CN'))).toEqual(['简体中文', '繁体中文', '英语'])
})

test('a tag that no language has stays as it was written', () => {
  expect(languageName('x_1', 'en')).toBe('x_1')
})
