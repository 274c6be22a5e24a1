import { showsItem } from '@wayproof/survey/answers/answer'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { codedFrom } from './coded-items.ts'
import { DEFAULT_QUESTIONNAIRE } from './default-questionnaire.ts'
import type { Item, Questionnaire } from './questionnaire.ts'
import { checkQuestionnaire } from './questionnaire-check.ts'

const asked = (id: string): Item => {
  const item = DEFAULT_QUESTIONNAIRE.items.find((candidate) => candidate.id === id)
  if (!item) throw new Error(`no item ${id}`)
  return item
}

const withItems = (...items: readonly object[]): Questionnaire =>
  ({ ...DEFAULT_QUESTIONNAIRE, stem: { ...DEFAULT_QUESTIONNAIRE.stem, appliesTo: [] }, items }) as Questionnaire

const faultsOf = (...items: readonly object[]) =>
  checkQuestionnaire(withItems(asked('overall'), ...items)).map(({ code, at }) => `${code} ${at}`)

test('the shipped questionnaire can be published', () => {
  expect(checkQuestionnaire(DEFAULT_QUESTIONNAIRE)).toEqual([])
  expect(DEFAULT_QUESTIONNAIRE.items).toHaveLength(13)
  expect(DEFAULT_QUESTIONNAIRE.items.filter(({ required }) => required).map(({ id }) => id)).toEqual(['overall'])
})

test('each fault of an item is reported with the item', () => {
  const trust = asked('trust')
  expect(faultsOf({ ...trust, en: ' ' })).toEqual(['translation-missing trust'])
  expect(faultsOf({ ...trust, scale: 'sat9' })).toEqual(['scale-unknown trust'])
  expect(faultsOf({ ...trust, id: 'lang' })).toEqual(['id-malformed lang'])
  expect(faultsOf(trust, trust)).toEqual(['id-twice trust'])
  expect(faultsOf({ ...asked('contacted'), options: [] })).toEqual(['options-missing contacted'])
  expect(faultsOf(asked('improve'), { ...asked('improve'), id: 'more' })).toEqual(['second-open-text more'])
  expect(faultsOf({ ...asked('improve'), maxLength: 0 })).toEqual(['length-missing improve'])
})

test('an item that no answer can reach is a fault', () => {
  expect(faultsOf(asked('complaint'))).toEqual(['item-unreachable complaint'])
  expect(faultsOf(asked('complaint'), asked('contacted'))).toEqual(['item-unreachable complaint'])
  expect(faultsOf(asked('contacted'), { ...asked('complaint'), showIf: { contacted: 'perhaps' } })).toEqual([
    'item-unreachable complaint',
  ])
  expect(faultsOf(asked('contacted'), asked('complaint'))).toEqual([])
})

const choice = (id: string, showIf: Readonly<Record<string, string>> = {}): Item => {
  const options = ['yes', 'no'].map((value) => ({ value, 'zh-CN': value, en: value }))
  return { id, role: 'r', type: 'choice', options, showIf, 'zh-CN': id, en: id }
}

test('an item whose conditions require two values of one question is unreachable', () => {
  const a = choice('a', { first: 'yes' })
  const b = choice('b', { first: 'no' })
  const c = choice('c', { a: 'yes', b: 'yes' })
  expect(faultsOf(choice('first'), a, b, c, choice('d', { c: 'no' }))).toEqual([
    'item-unreachable c',
    'item-unreachable d',
  ])
  expect(faultsOf(choice('first'), a, choice('b', { a: 'no' }), choice('c', { first: 'yes', b: 'yes' }))).toEqual([])
})

test('an item is reported as unreachable exactly if no combination of answers shows it', () => {
  const ids = ['a', 'b', 'c', 'd', 'e']
  const values = fc.constantFrom('yes', 'no')
  const ways = fc.tuple(...ids.map(() => fc.dictionary(fc.constantFrom(...ids), values, { maxKeys: 3 })))
  // All combinations of answers to five questions; values of hidden ones are ignored.
  const answers = Array.from({ length: 2 ** ids.length }, (_, bits) =>
    Object.fromEntries(ids.map((id, nth) => [id, (bits >> nth) & 1 ? 'yes' : 'no'])),
  )
  fc.assert(
    fc.property(ways, (showIfs) => {
      const questionnaire = withItems(asked('overall'), ...ids.map((id, nth) => choice(id, showIfs[nth])))
      const shown = new Set(
        answers.flatMap((all) => {
          const given: Record<string, string> = {}
          return questionnaire.items.flatMap((item) => {
            // `showsItem` relies on a published questionnaire, in which no item depends on itself.
            if (Object.keys(item.showIf ?? {}).some((id) => !(id in given))) return []
            if (!showsItem(questionnaire, given, item)) return []
            given[item.id] = all[item.id] ?? ''
            return [item.id]
          })
        }),
      )
      const questionnaireFaults = checkQuestionnaire(questionnaire).filter(({ code }) => code === 'item-unreachable')
      expect(questionnaireFaults.map(({ at }) => at)).toEqual(ids.filter((id) => !shown.has(id)))
    }),
    { numRuns: 500 },
  )
})

test('a questionnaire without a required item, and a stem for a missing item, are faults', () => {
  expect(checkQuestionnaire(withItems(asked('trust'))).map(({ code }) => code)).toEqual([
    'no-required-item',
    'headline-missing',
  ])
  const stem = { ...DEFAULT_QUESTIONNAIRE.stem, appliesTo: ['gone'] }
  expect(checkQuestionnaire({ ...DEFAULT_QUESTIONNAIRE, stem })).toEqual([{ code: 'stem-item-unknown', at: 'gone' }])
})

test('the codes of a scale item are its points and its off-scale codes', () => {
  const codesOf = (id: string) => codedFrom(DEFAULT_QUESTIONNAIRE, asked(id)).map(({ codes }) => codes)
  expect(codesOf('overall')).toEqual([['1', '2', '3', '4', '5', 'na', 'dk']])
  expect(codesOf('trust')).toEqual([['1', '2', '3', '4', '5', 'dk']])
  expect(codesOf('improve')).toEqual([])
})

test('an open question that asks for identity needs a stated reason', () => {
  const asking = { ...asked('improve'), en: 'Your passport number?' }
  expect(faultsOf(asking)).toEqual(['asks-identity improve'])
  expect(faultsOf({ ...asking, asksIdentityBecause: ' ' })).toEqual(['asks-identity improve'])
  expect(faultsOf({ ...asking, asksIdentityBecause: 'The embassy asks us to compare lost passports.' })).toEqual([])
})

test('a questionnaire has one headline, which is rated', () => {
  const headlineFaults = (...items: readonly object[]) =>
    checkQuestionnaire(withItems(...items)).filter(({ code }) => code.startsWith('headline'))
  expect(headlineFaults({ ...asked('trust'), required: true })).toEqual([{ code: 'headline-missing', at: '' }])
  expect(headlineFaults({ ...asked('overall'), role: 'driver' })).toEqual([{ code: 'headline-missing', at: '' }])
  expect(headlineFaults({ ...asked('contacted'), id: 'overall', role: 'headline' })).toEqual([
    { code: 'headline-missing', at: '' },
  ])
  expect(headlineFaults(asked('overall'), { ...asked('trust'), role: 'headline' })).toEqual([
    { code: 'headline-twice', at: 'trust' },
  ])
})

test.each([
  ['none', 7, undefined, ['satisfied-missing']],
  ['an empty list', 5, [], ['satisfied-missing']],
  ['all points', 2, [1, 2], ['satisfied-all']],
  ['an unknown point', 4, [4, 5], ['satisfied-unknown']],
  ['only unknown points', 3, [9], ['satisfied-unknown', 'satisfied-missing']],
  ['the upper ones', 11, [9, 10, 11], []],
  ['none on 1 to 5', 5, undefined, []],
] as const)('a scale that names as satisfied %s of %i points', (_, many, satisfied, codes) => {
  const points = Array.from({ length: many }, (__, nth) => ({ value: nth + 1, 'zh-CN': '分', en: 'point' }))
  const scale = { id: 'sat5', points, offScale: [], ...(satisfied && { satisfied }) }
  const scales = { ...DEFAULT_QUESTIONNAIRE.scales, sat5: scale }
  expect(checkQuestionnaire({ ...DEFAULT_QUESTIONNAIRE, scales })).toEqual(codes.map((code) => ({ code, at: 'sat5' })))
})
