import { anyQuestionnaire } from '@wayproof/survey/testing/any-questionnaire'
import { EVERY_TYPE } from '@wayproof/survey/testing/every-type'
import { translated } from '@wayproof/survey/testing/translated'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { optionsOf } from './asked-options.ts'
import { brokenTrends } from './broken-trends.ts'
import { codedItems } from './coded-items.ts'
import { DEFAULT_QUESTIONNAIRE } from './default-questionnaire.ts'
import { asksForIdentity } from './identity-question.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { checkQuestionnaire } from './questionnaire-check.ts'
import { questionnaireFrom } from './questionnaire-form.ts'
import { textIn, withWording, wordingIn } from './survey-text.ts'

const text = { 'zh-CN': '字', en: 'text' }

test('a reader of a language sees its wording, or English where it is not translated', () => {
  const inFrench = withWording(text, 'fr', 'texte')
  expect(['zh-CN', 'en', 'fr', 'ar'].map((language) => textIn(inFrench, language))).toEqual([
    ...['字', 'text', 'texte', 'text'],
  ])
  expect(textIn(withWording(text, 'fr', ' '), 'fr')).toBe('text')
  expect([wordingIn(text, 'fr'), wordingIn(inFrench, 'fr'), wordingIn(inFrench, 'toString')]).toEqual([
    ...[null, 'texte', null],
  ])
})

const anyTag = fc.constantFrom('ar', 'fr', 'ja', 'pt-BR', 'sr-Latn')

test('translations stand in the order of their tags, and a text without any is stored as before languages', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(anyTag, fc.string())), (changes) => {
      const changed = changes.reduce((each, [tag, wording]) => withWording(each, tag, wording), text)
      const tags = Object.keys((changed as { translations?: object }).translations ?? {})
      expect(tags).toEqual(tags.toSorted())
      for (const [tag, wording] of new Map(changes)) expect(wordingIn(changed, tag)).toBe(wording || null)
      const cleared = changes.reduce((each, [tag]) => withWording(each, tag, ''), changed)
      expect(JSON.stringify(cleared)).toBe(JSON.stringify(text))
    }),
  )
})

test('a questionnaire must be complete in each added language, and each missing text names its language', () => {
  const french = translated(EVERY_TYPE, 'fr')
  expect(checkQuestionnaire(french, ['fr'])).toEqual([])
  expect(checkQuestionnaire(EVERY_TYPE)).toEqual([])
  const places = new Set(checkQuestionnaire(EVERY_TYPE, ['fr']).map(({ at }) => at))
  for (const { id } of EVERY_TYPE.items) expect(places).toContain(id)
  for (const at of ['stem', 'sat5', 'notice']) expect(places).toContain(at)
  const withoutEnd = french.items.map((item) =>
    item.type === 'recommend' && item.ends
      ? { ...item, ends: { ...item.ends, highest: withWording(item.ends.highest, 'fr', '') } }
      : item,
  )
  expect(checkQuestionnaire({ ...french, items: withoutEnd }, ['fr'])).toEqual([
    { code: 'translation-missing', at: 'recommend', language: 'fr' },
  ])
})

test('translations have the form of text by tag; a language of the product is no added one', () => {
  const withStem = (translations: unknown) =>
    questionnaireFrom({ ...DEFAULT_QUESTIONNAIRE, stem: { ...DEFAULT_QUESTIONNAIRE.stem, translations } })
  expect(withStem({ fr: 'texte' })).toMatchObject({ ok: true })
  for (const wrong of [{ fr: 1 }, { en: 'text' }, { 'not a tag': 'x' }, { 'zh-Hant': 'x' }, ['fr'], 'fr'])
    expect(withStem(wrong)).toMatchObject({ ok: false, places: [expect.stringMatching(/^stem\.translations/)] })
})

test('another language breaks no trend; another wording in it breaks that of its own question', () => {
  fc.assert(
    fc.property(anyQuestionnaire, anyTag, (questionnaire, tag) => {
      const added = translated(questionnaire, tag)
      expect(brokenTrends(questionnaire, added)).toEqual([])
      expect(brokenTrends(added, questionnaire)).toEqual([])
      expect(codedItems(added).map(({ id, codes }) => [id, codes])).toEqual(
        codedItems(questionnaire).map(({ id, codes }) => [id, codes]),
      )
    }),
  )
  const french = translated(EVERY_TYPE, 'fr')
  const change = (id: string, by: (item: Item) => Item): Questionnaire => ({
    ...french,
    items: french.items.map((item) => (item.id === id ? by(item) : item)),
  })
  const trust = change('trust', (item) => withWording(item, 'fr', 'Nous faites-vous confiance ?'))
  expect(brokenTrends(french, trust)).toEqual([{ id: 'trust', because: 'wording' }])
  const { sat5 } = french.scales
  const points = sat5?.points.map((point) => withWording(point, 'fr', `${point.value}`)) ?? []
  const rescaled = { ...french, scales: { ...french.scales, ...(sat5 && { sat5: { ...sat5, points } }) } }
  expect(brokenTrends(french, rescaled)).toContainEqual({ id: 'overall', because: 'scale' })
})

test('answers are offered in the language of the page', () => {
  const [overall] = translated(DEFAULT_QUESTIONNAIRE, 'fr').items
  const labels = { yes: 'Oui', no: 'Non', dontKnow: 'Je ne sais pas' }
  const french = translated(DEFAULT_QUESTIONNAIRE, 'fr')
  expect(overall && optionsOf(french, overall, 'fr', labels)[0]?.label).toBe('fr Very satisfied')
  expect(overall && optionsOf(french, overall, 'ja', labels)[0]?.label).toBe('Very satisfied')
})

test('a translation that mentions an identity number which the question does not is a fault', () => {
  const open = (translation: string, en = 'Anything else?'): Item => ({
    ...{ id: 'more', role: 'open', type: 'text', maxLength: 100, 'zh-CN': '还有什么想说的？', en },
    translations: { fr: translation },
  })
  for (const asked of ['Votre numéro de passeport ?', 'Votre téléphone ?', 'パスポート番号は？', '您的護照號碼？'])
    expect(asksForIdentity(open(asked))).toBe(true)
  expect(asksForIdentity(open('Que devons-nous améliorer ?'))).toBe(false)
  const leftOut = 'Anything else? (Please leave out passport numbers.)'
  expect(asksForIdentity(open('Autre chose ? (Sans numéro de passeport.)', leftOut))).toBe(false)
})
