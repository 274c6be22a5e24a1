import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normaliseText, travelerFrom } from './traveler.ts'

const cells = {
  customerNumber: 'C-1',
  email: 'Li@Example.com',
  locale: 'zh-Hans',
  tripType: 'group',
  channel: 'app',
  region: '华东',
  lastTrip: '2026-03',
  adult: true,
  residence: 'cn',
  basis: 'consent',
  basisWording: '6',
  basisNamesSurveys: true,
  basisNotice: null,
  basisSource: 'app',
  basisDate: '2026-01-05',
}
const TODAY = '2026-07-01'

test('a valid row becomes a traveler', () => {
  const { customerNumber, email: _, basisDate, ...traits } = cells
  const told = {
    customerNumber,
    email: 'li@example.com',
    basisDate,
    traits: { ...traits, locale: 'zh-CN', residence: 'CN', basisNotice: false, basisHolds: true },
  }
  expect(travelerFrom(cells, TODAY)).toEqual({ ok: true, value: told })
})

test('a normalized text is returned unchanged, and any other text gets one canonical spelling', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: 'binary' })), (text) => {
      expect(normaliseText(text)).toBe(
        text
          .normalize('NFC')
          .replace(/\p{Cc}/gu, ' ')
          .trim(),
      )
    }),
  )
})

test('a last trip may be in the current month, up to its last day', () => {
  for (const today of [TODAY, '2026-07-31'])
    expect(travelerFrom({ ...cells, lastTrip: '2026-07' }, today)).toMatchObject({ ok: true })
})

test('an unsupported language falls back to English', () => {
  for (const locale of ['en', 'ja', 'es-MX'])
    expect(travelerFrom({ ...cells, locale }, TODAY)).toMatchObject({ value: { traits: { locale: 'en' } } })
})

test('only a row that says so explicitly is an adult', () => {
  const { adult: _, ...rest } = cells
  for (const row of [rest, { ...cells, adult: null }, { ...cells, adult: false }, { ...cells, adult: 'yes' }]) {
    expect(travelerFrom(row, TODAY)).toMatchObject({ ok: true, value: { traits: { adult: false } } })
  }
})

test('a row without a sufficient legal basis is imported, but cannot be invited', () => {
  const none = { residence: null, basis: null, basisWording: null, basisSource: null, basisDate: null }
  const { basis: _, ...rest } = cells
  for (const row of [
    rest,
    { ...cells, ...none },
    { ...cells, basisNamesSurveys: null },
    { ...cells, basisDate: '2026-07-02' },
  ]) {
    expect(travelerFrom(row, TODAY)).toMatchObject({ ok: true, value: { traits: { basisHolds: false } } })
  }
})

test.each([
  [{ customerNumber: null }, { code: 'cell-empty', figures: { field: 'customerNumber' } }],
  [{ region: ' \t' }, { code: 'cell-empty', figures: { field: 'region' } }],
  [{ channel: 'x'.repeat(101) }, { code: 'text-too-long', figures: { field: 'channel' } }],
  [{ email: 'a@x.test, b@x.test' }, { code: 'email-invalid', figures: { field: 'email' } }],
  [{ email: 'a@x.test\r\nBcc: b@x.test' }, { code: 'email-invalid', figures: { field: 'email' } }],
  [{ lastTrip: '2026-13' }, { code: 'month-invalid', figures: { field: 'lastTrip' } }],
  [{ lastTrip: '2026-08' }, { code: 'month-in-future', figures: { field: 'lastTrip', today: TODAY } }],
  [{ residence: 'China' }, { code: 'country-invalid', figures: { field: 'residence' } }],
  [{ basis: 'legitimate interest' }, { code: 'basis-invalid', figures: { field: 'basis' } }],
  [{ basisDate: '2026-02-30' }, { code: 'day-invalid', figures: { field: 'basisDate' } }],
  [{ basisSource: 'x'.repeat(101) }, { code: 'text-too-long', figures: { field: 'basisSource' } }],
  [{ lastTrip: '2026-03-05' }, { code: 'month-invalid', figures: { field: 'lastTrip' } }],
])('%j is rejected with its field', (change, fault) => {
  expect(travelerFrom({ ...cells, ...change }, TODAY)).toEqual({ ok: false, fault })
})
