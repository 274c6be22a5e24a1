import { LARGEST_LANGUAGE_FILE } from '@wayproof/forms/languages/ports'
import { expect, test } from 'vitest'
import { accentedLanguage } from '../testing/accented-language.ts'
import { checkSentences } from './check-sentences.ts'
import { languageTemplate, readLanguageFile } from './language-file.ts'

const file = (changes: object) => JSON.stringify({ tag: 'fr', name: 'Français', sentences: {}, ...changes })

test('a translated template is read as the language, and an empty one lacks every sentence', () => {
  const language = accentedLanguage()
  const template = languageTemplate(language)
  expect(template.length).toBeLessThan(LARGEST_LANGUAGE_FILE / 2)
  expect(JSON.parse(template).sentences.survey.submit).toEqual({ en: 'Submit', 'zh-CN': '提交', text: '⟦Šübmît⟧' })
  expect(JSON.parse(template).sentences.dataNotice.whyText).toHaveLength(3)
  expect(readLanguageFile(template)).toEqual({ ok: true, value: { ...language, otherValues: [] } })
  const empty = readLanguageFile(languageTemplate({ ...language, sentences: {} }))
  expect(empty).toMatchObject({ ok: true, value: { sentences: {} } })
  expect(
    readLanguageFile(file({ sentences: { survey: { home: { title: 'T', text: 'x', link: 'L' } } } })),
  ).toMatchObject({
    ok: true,
    value: { sentences: { survey: { home: { title: 'T', text: 'x', link: 'L' } } } },
  })
})

test.each([
  ['', 'language-not-json'],
  ['tag: fr', 'language-not-json'],
  ['null', 'language-no-file'],
  ['[1]', 'language-no-file'],
  ['{}', 'language-no-file'],
  [file({ sentences: [] }), 'language-no-file'],
  [file({ tag: 5 }), 'language-no-file'],
  [file({ sentences: { ['a.'.repeat(200_000)]: 'x' } }), 'language-no-file'],
  [file({ tag: 'en' }), 'tag-built-in'],
  [file({ tag: 'zh-Hant-HK' }), 'tag-built-in'],
  [file({ tag: '__proto__' }), 'tag-invalid'],
  [file({ tag: 'xx' }), 'tag-unknown'],
  [file({ name: ' ' }), 'language-name-invalid'],
  [file({ name: '<b>x' }), 'language-name-invalid'],
  [file({ name: 'Fran\ufffdais' }), 'language-name-invalid'],
  [file({ name: 'x'.repeat(41) }), 'language-name-invalid'],
  [file({ sentences: { x: 'x'.repeat(10_000_000) } }), 'language-too-large'],
  [
    file({
      sentences: Array.from({ length: 2000 }).reduce<object>((all, _, n) => Object.assign(all, { [n]: '' }), {}),
    }),
    'language-too-large',
  ],
])('another file is refused: %.40s', (json, code) => {
  expect(readLanguageFile(json)).toEqual({ ok: false, fault: { code } })
})

test('keys that objects inherit are sentences like others, and change no object', () => {
  const read = readLanguageFile('{"tag":"fr","name":"F","sentences":{"__proto__":{"polluted":"x"},"toString":"y"}}')
  expect(Reflect.get({}, 'polluted')).toBeUndefined()
  const paths = read.ok
    ? checkSentences(read.value.sentences, 'fr').faults.filter(({ code }) => code === 'unknown')
    : []
  expect(paths.map(({ path }) => path)).toEqual(['__proto__.polluted', 'toString'])
})

test.each([
  ['{\n"tag": "fr"\n"name": "Français"\n}', 3],
  ['{\n"tag": "fr,\n"name": "Français"\n}', 2],
  ['{\n"tag": "fr",\n"sentences": {}', 3],
  ['{\n"tag": ,\n"sentences": {}\n}', 2],
])('the fault of a broken file names its line', (json, line) => {
  expect(readLanguageFile(json)).toEqual({ ok: false, fault: { code: 'json-broken', figures: { line } } })
})

test('a sentence that is there twice is named, and neither is taken', () => {
  expect(readLanguageFile('{"tag": "fr", "name": "F",\n"sentences": {"a": "x",\n"a": "y"}}')).toEqual({
    ok: false,
    fault: { code: 'json-key-repeated', figures: { line: 3, key: 'a' } },
  })
})

test('a file with a byte order mark is read', () => {
  expect(readLanguageFile(`\uFEFF${file({})}`).ok).toBe(true)
})

test('deep nesting is refused', () => {
  expect(readLanguageFile('['.repeat(100_000))).toMatchObject({ fault: { code: 'json-too-deep' } })
})
