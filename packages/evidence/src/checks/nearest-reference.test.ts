import { expect, test } from 'vitest'
import { comparedCandidate, nearestReference as nearest, type ReferenceCandidate } from './propose-repairs.ts'

const partners = [
  { id: 'P07', name: 'Harbour Ferries' },
  { id: 'P08', name: 'Vela Rail' },
  { id: 'P10', name: '港湾轮渡公司' },
  { id: 'P11', name: '北京旅行社' },
  { id: 'P12', name: '南京旅行社' },
  { id: 'P20', name: 'Lodge 4' },
  { id: 'P21', name: null },
]
const nearestReference = (text: string, candidates: readonly ReferenceCandidate[]) =>
  nearest(text, candidates.map(comparedCandidate))
const meant = (text: string) => nearestReference(text, partners)?.id ?? null

test.each([
  ['Harbour Ferries', 'P07'],
  ['harbor  ferries', 'P07'],
  ['Ｈａｒｂｏｕｒ　Ｆｅｒｒｉｅｓ', 'P07'],
  ['Habour Feries', 'P07'],
  ['p-07', 'P07'],
  ['PO7', 'P07'],
  ['港湾轮度公司', 'P10'],
  ['北京旅行社', 'P11'],
])('%s is meant to be %s', (text, id) => expect(meant(text)).toBe(id))

test.each(['P99', 'P09', 'Lodge 5', 'Harbour', '东京旅行社', '旅行社', 'X', '', '—'])(
  'nothing is proposed for %s, which is another row or near to none or to several',
  (text) => expect(meant(text)).toBeNull(),
)

test('two rows with one name are no proposal', () => {
  const twins = [
    { id: 'A', name: 'Sunline' },
    { id: 'B', name: 'Sunline' },
  ]
  expect(nearestReference('Sunlime', twins)).toBeNull()
  expect(nearestReference('Sunline', twins)).toBeNull()
})
