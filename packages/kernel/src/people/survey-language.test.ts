import { describe, expect, test } from 'vitest'
import { isSurveyLanguage, preferredLanguage, readAddedTag, textDirection } from './survey-language.ts'

describe('a language that an organization adds', () => {
  test.each([
    ['fr', 'fr'],
    [' FR-ca ', 'fr-CA'],
    ['sr-latn', 'sr-Latn'],
    ['es-419', 'es-419'],
    ['yue', 'yue'],
  ])('%j is the language %j', (text, tag) => {
    expect(readAddedTag(text)).toEqual({ ok: true, value: tag })
  })

  test.each([
    ['', 'tag-invalid'],
    ['français', 'tag-invalid'],
    ['fr_FR', 'tag-invalid'],
    ['fr-u-nu-arab', 'tag-invalid'],
    ['fr-x-privateuse', 'tag-invalid'],
    ['__proto__', 'tag-invalid'],
    ['<script>', 'tag-invalid'],
    ['f'.repeat(10_000), 'tag-invalid'],
    ['xx', 'tag-unknown'],
    ['en', 'tag-built-in'],
    ['EN-gb', 'tag-built-in'],
    ['zh', 'tag-built-in'],
    ['zh-Hant-HK', 'tag-built-in'],
    ['cmn', 'tag-built-in'],
  ])('%j is refused: %s', (text, code) => {
    expect(readAddedTag(text)).toEqual({ ok: false, fault: { code } })
  })

  test('a language of the survey is written canonically', () => {
    expect(['zh-CN', 'en', 'fr', 'fr-CA'].every(isSurveyLanguage)).toBe(true)
    expect(['FR', 'en-US', 'xx', '', 'toString'].some(isSurveyLanguage)).toBe(false)
  })

  test.each([
    ['ar', 'rtl'],
    ['he', 'rtl'],
    ['ur-PK', 'rtl'],
    ['ku-Arab', 'rtl'],
    ['fr', 'ltr'],
    ['ja', 'ltr'],
    ['zh-CN', 'ltr'],
  ])('%s runs %s', (tag, direction) => {
    expect(textDirection(tag)).toBe(direction)
  })
})

describe('the language that a browser prefers', () => {
  test.each([
    ['fr', 'fr'],
    ['fr-CA,fr;q=0.9,en;q=0.8', 'fr'],
    ['pt', 'pt-BR'],
    ['PT-PT, en;q=0.5', 'pt-BR'],
    ['en-GB,fr;q=0.9', 'en'],
    ['fr;q=0.1,zh-TW;q=0.4', 'zh-CN'],
    ['de,fr;q=0.3', 'fr'],
    ['fr;q=0', 'en'],
    ['de', 'en'],
    ['*', 'en'],
    [undefined, 'en'],
  ])('%s: %s', (header, language) => {
    expect(preferredLanguage(header, 'en', ['fr', 'pt-BR'])).toBe(language)
  })

  test('without an added language it is one of the product', () => {
    expect(preferredLanguage('fr,zh;q=0.2', 'en', [])).toBe('zh-CN')
  })
})
