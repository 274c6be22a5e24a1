import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  BASIS_KINDS,
  BASIS_PROFILES,
  BASIS_PROFILES_VERSION,
  basisHolds,
  type LegalBasis,
  parseCountries,
} from './legal-basis.ts'

const TODAY = '2026-07-01'
const consent: LegalBasis = {
  kind: 'consent',
  wording: '6',
  namesSurveys: true,
  noticeGiven: false,
  source: 'booking app',
  on: '2026-03-01',
}
const legalBasis: LegalBasis = { ...consent, namesSurveys: false }
const softOptIn: LegalBasis = { ...legalBasis, kind: 'soft-opt-in', noticeGiven: true }
const holds = (basis: LegalBasis, countries: string) => basisHolds(basis, parseCountries(countries) ?? [], TODAY)

test.each([
  ['CN', true, false, false],
  ['DE', true, true, true],
  ['NO', true, true, true],
  ['CN DE', true, false, false],
  ['', true, false, false],
  ['US', true, false, false],
  ['DE US', true, false, false],
])(
  'for residents of %j consent that mentions surveys is %s, other consent %s and a soft opt-in %s',
  (countries, a, b, c) => {
    expect([consent, legalBasis, softOptIn].map((basis) => holds(basis, countries))).toEqual([a, b, c])
  },
)

test('changed profiles need a new version, which an officer has to confirm again', () => {
  const digest = createHash('sha256').update(JSON.stringify(BASIS_PROFILES)).digest('hex')
  expect([BASIS_PROFILES_VERSION, digest.slice(0, 16)]).toEqual([1, '73b1593b142bb376'])
})

test('a soft opt-in without proof of the notice is no legal basis, whatever its wording', () => {
  expect(holds({ ...softOptIn, noticeGiven: false, namesSurveys: true }, 'DE')).toBe(false)
})

test.each([{ kind: null }, { wording: null }, { source: null }, { on: null }, { on: '2026-07-02' }])(
  'a legal basis with %j is not proven',
  (lack) => {
    expect(holds({ ...consent, ...lack }, 'DE')).toBe(false)
  },
)

const anyBasis = fc.record({
  kind: fc.constantFrom(...BASIS_KINDS, null),
  wording: fc.constantFrom('6', null),
  namesSurveys: fc.boolean(),
  noticeGiven: fc.boolean(),
  source: fc.constantFrom('app', null),
  on: fc.constantFrom('2026-03-01', '2027-01-01', null),
})

test('an additional country never makes an insufficient basis sufficient, and an unknown country applies all profiles', () => {
  const countries = fc.uniqueArray(fc.constantFrom('CN', 'DE', 'FR', 'US', 'JP'), { minLength: 1, maxLength: 3 })
  fc.assert(
    fc.property(anyBasis, countries, fc.constantFrom('CN', 'DE', 'US'), (basis, where, more) => {
      if (basisHolds(basis, [...where, more], TODAY)) expect(basisHolds(basis, where, TODAY)).toBe(true)
      expect(basisHolds(basis, [], TODAY)).toBe(basisHolds(basis, ['CN', 'DE'], TODAY))
    }),
  )
})

test('countries are two-letter codes, sorted and without duplicates', () => {
  expect(parseCountries('de cn|DE')).toEqual(['CN', 'DE'])
  expect(parseCountries(' ')).toEqual([])
  for (const text of ['China', 'D', 'C N!', '中国', 'XX', 'ZZ', 'UK', 'DE XK']) expect(parseCountries(text)).toBeNull()
})
