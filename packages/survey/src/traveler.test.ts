import { expect, test } from 'vitest'
import { travelerFrom } from './traveler.ts'

const cells = {
  customerNumber: 'C-1',
  email: 'Li@Example.com',
  locale: 'zh-Hans',
  tripType: 'group',
  channel: 'app',
  region: '华东',
  lastTrip: '2026-03',
  adult: true,
}

test('a row is a traveler', () => {
  expect(travelerFrom(cells)).toEqual({ ok: true, value: { ...cells, email: 'li@example.com', locale: 'zh-CN' } })
})

test('a language we do not speak gets English', () => {
  for (const locale of ['en', 'ja', 'es-MX'])
    expect(travelerFrom({ ...cells, locale })).toMatchObject({ value: { locale: 'en' } })
})

test('only who is said to be an adult is one', () => {
  const { adult: _, ...rest } = cells
  for (const row of [rest, { ...cells, adult: null }, { ...cells, adult: false }, { ...cells, adult: 'yes' }]) {
    expect(travelerFrom(row)).toMatchObject({ ok: true, value: { adult: false } })
  }
})

test.each([
  [{ customerNumber: null }, { code: 'cell-empty', figures: { field: 'customerNumber' } }],
  [{ region: ' \t' }, { code: 'cell-empty', figures: { field: 'region' } }],
  [{ channel: 'x'.repeat(101) }, { code: 'text-too-long', figures: { field: 'channel' } }],
  [{ email: 'a@x.test, b@x.test' }, { code: 'email-invalid', figures: { field: 'email' } }],
  [{ email: 'a@x.test\r\nBcc: b@x.test' }, { code: 'email-invalid', figures: { field: 'email' } }],
  [{ lastTrip: '2026-13' }, { code: 'month-invalid', figures: { field: 'lastTrip' } }],
  [{ lastTrip: '2026-03-05' }, { code: 'month-invalid', figures: { field: 'lastTrip' } }],
])('%j is refused with its field', (change, fault) => {
  expect(travelerFrom({ ...cells, ...change })).toEqual({ ok: false, fault })
})
