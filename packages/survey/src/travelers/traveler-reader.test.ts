import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type TravelerRow, travelerFrom } from './traveler.ts'
import { KNOWN_TRAITS, travelerReader } from './traveler-reader.ts'

const TODAY = '2026-07-01'

const sound = {
  customerNumber: 'C-1',
  email: 'li@example.com',
  locale: 'zh-CN',
  tripType: 'group',
  channel: 'app',
  region: '华东',
  lastTrip: '2026-03',
  adult: true,
  residence: 'CN',
  basis: 'consent',
  basisWording: '6',
  basisNamesSurveys: true,
  basisNotice: null,
  basisSource: 'app',
  basisDate: '2026-01-05',
}

/** Few values per cell, so that rows repeat, including values that could give different rows the same key. */
const odd = ['', null, 'a', 'a\u001fa', '\u001f', ' a', 'true', true, '1'] as const
const row = fc.record(
  {
    customerNumber: fc.constantFrom('C-1', 'C-2', '', 'C\u001f', 'x'.repeat(101)),
    email: fc.constantFrom('li@example.com', 'wang@example.com', 'none', '', null),
    locale: fc.constantFrom('en', 'zh', 'ja'),
    tripType: fc.constantFrom(...odd),
    channel: fc.constantFrom(...odd),
    region: fc.constantFrom(...odd),
    lastTrip: fc.constantFrom('2026-03', '2026-07', '2026-08', '2026-13'),
    adult: fc.constantFrom(true, false, null, 'true'),
    residence: fc.constantFrom('CN', 'cn', 'DE CN', 'nowhere', null),
    basis: fc.constantFrom('consent', 'soft-opt-in', null, 'habit'),
    basisWording: fc.constantFrom(...odd),
    basisNamesSurveys: fc.constantFrom(true, false, null),
    basisNotice: fc.constantFrom(true, false, null),
    basisSource: fc.constantFrom(...odd),
    basisDate: fc.constantFrom('2026-01-05', ' 2026-01-05', '2026-07-02', ' 2026-07-02', '2026-02-30', '', null, true),
  },
  { noNullPrototype: true },
)

test('the result for a row does not depend on the rows before it', () => {
  const few = row.map((cells): TravelerRow['cells'] => ({ ...sound, ...cells }))
  const nearlySound = fc
    .tuple(row, fc.subarray(Object.keys(sound), { maxLength: 3 }))
    .map(([cells, names]): TravelerRow['cells'] => ({
      ...sound,
      ...Object.fromEntries(names.map((name) => [name, cells[name as keyof typeof sound]])),
    }))
  fc.assert(
    fc.property(fc.array(fc.oneof(few, nearlySound), { minLength: 10, maxLength: 40 }), (rows) => {
      const read = travelerReader(TODAY)
      for (const cells of rows) expect(read(cells)).toEqual(travelerFrom(cells, TODAY))
    }),
    { numRuns: 500 },
  )
})

test('rows that contain the key separator are not confused', () => {
  const read = travelerReader(TODAY)
  const [first, second] = [
    { tripType: 'a\u001fb', channel: 'c' },
    { tripType: 'a', channel: 'b\u001fc' },
  ]
  expect(read({ ...sound, ...first })).toMatchObject({ value: { traits: { tripType: 'a b', channel: 'c' } } })
  expect(read({ ...sound, ...second })).toMatchObject({ value: { traits: { tripType: 'a', channel: 'b c' } } })
})

test('travelers with the same traits share one object until the cache is full', () => {
  const read = travelerReader(TODAY)
  const traitsOf = (cells: TravelerRow['cells']) => {
    const traveler = read({ ...sound, ...cells })
    return traveler.ok ? traveler.value.traits : null
  }
  const first = traitsOf({})
  expect(traitsOf({ customerNumber: 'C-2', email: 'wang@example.com', basisDate: '2026-02-06' })).toBe(first)
  expect(traitsOf({ region: '华南' })).not.toEqual(first)
  for (let i = 0; i < KNOWN_TRAITS; i += 1) traitsOf({ region: `${i}` })
  expect(traitsOf({})).not.toBe(first)
  expect(traitsOf({})).toEqual(first)
})
