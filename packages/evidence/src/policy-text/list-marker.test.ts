import { expect, it } from 'vitest'
import { listMarker, sameMarker } from './list-marker.ts'

it.each([
  ['1. We keep', '1'],
  ['1.We keep', '1'],
  ['  2) We keep', '2'],
  ['（三）我们', '3'],
  ['三、我们', '3'],
  ['十二、我们', '12'],
  ['二十、我们', '20'],
  ['第一百零三条 我们', '103'],
  ['第4章：我们', '4'],
  ['① 我们', '1'],
  ['⑵我们', '2'],
  ['b. We keep', '2'],
  ['iv) We keep', '4'],
  ['Section 5: We keep', '5'],
  ['1.2.3 We keep', '1.2.3'],
  ['**7.** We keep', '7'],
  ['> 8. We keep', '8'],
])('%s has a marker that means %s', (line, value) => {
  expect(listMarker(line)?.values).toContain(value)
})

it.each(['15 working days', '2024 年', 'e.g. cookies', 'We keep', '10:30 every day', 'a cookie', '3.5%', '我们', ''])(
  '%s has no marker',
  (line) => {
    expect(listMarker(line)).toBeNull()
  },
)

it('markers match by number in any notation, and a bullet matches every marker', () => {
  const values = (line: string) => listMarker(line)?.values ?? null
  expect(sameMarker(values('1. x'), values('（一）x'))).toBe(true)
  expect(sameMarker(values('i. x'), values('① x'))).toBe(true)
  expect(sameMarker(values('2. x'), values('三、x'))).toBe(false)
  expect(sameMarker(values('o\tx'), values('3. x'))).toBe(true)
})
