import type { Deadline } from '@wayproof/oversight/deadlines/deadline'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { calendarFile } from './calendar-file.ts'

const file = { locale: 'en', now: Date.parse('2026-03-10T01:02:03.456Z'), origin: 'https://privacy.example' } as const

const deadline = (more: Partial<Deadline> = {}): Deadline => ({
  ...{ kind: 'action', subject: 'a-1', part: null, name: 'Read the logs', due: { day: '2026-12-31' } },
  ...{ roles: ['officer', 'it-security'], onlySince: null, announcedOn: null },
  ...more,
})

interface Property {
  readonly name: string
  readonly parameters: string
  readonly value: string
}

/** An independent reading by RFC 5545: unfold, split at the first colon, unescape. */
function propertiesOf(text: string): readonly Property[] {
  return text
    .replaceAll('\r\n ', '')
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [head = '', ...rest] = line.split(':')
      const [name = '', ...parameters] = head.split(';')
      const value = rest.join(':').replaceAll(/\\(.)/g, (_, letter: string) => (letter === 'n' ? '\n' : letter))
      return { name, parameters: parameters.join(';'), value }
    })
}

const oneOf = (text: string, name: string) => propertiesOf(text).find((property) => property.name === name)?.value

test('a deadline of a day is an event of the whole day, which ends before the next one', () => {
  const text = calendarFile([deadline()], file)
  expect(text).toContain('DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n')
  expect(text).toContain('DTSTAMP:20260310T010203Z\r\n')
})

test('a deadline that a law counts in hours is a moment in UTC', () => {
  const due = { at: Date.parse('2026-06-30T23:30:00+08:00') }
  const text = calendarFile([deadline({ kind: 'notice', due })], file)
  expect([oneOf(text, 'DTSTART'), oneOf(text, 'DTEND')]).toEqual(['20260630T153000Z', undefined])
})

test('a duty keeps its identifier when its day moves and whatever the language, and no two share one', () => {
  const uid = (more: Partial<Deadline>, locale: 'en' | 'zh-CN' = 'en') =>
    oneOf(calendarFile([deadline(more)], { ...file, locale }), 'UID')
  expect(uid({ due: { day: '2027-01-31' }, name: 'Other' }, 'zh-CN')).toBe(uid({}))
  expect(new Set([uid({}), uid({ subject: 'a-2' }), uid({ part: 'x' }), uid({ kind: 'improvement' })]).size).toBe(4)
})

test('the task is in the language of the reader and leads to its page', () => {
  const text = calendarFile([deadline({ kind: 'freeze', subject: '2026-H1' })], { ...file, locale: 'zh-CN' })
  expect(oneOf(text, 'SUMMARY')).toMatch(/2026\s?年上半年/)
  expect(oneOf(text, 'URL')).toBe('https://privacy.example/closing?period=2026-H1')
})

test('any name of a record can be read back, and no line is longer than 75 octets', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 200 }),
    fc.string({ unit: fc.constantFrom(',', ';', ':', '\\', '\n', '\r', '旅', '👩‍👩‍👧', 'n', ' '), maxLength: 200 }),
    fc.constantFrom('END:VEVENT\r\nBEGIN:VEVENT', '\\n', 'a\u0000b', '\ud800'),
  )
  fc.assert(
    fc.property(fc.array(odd, { maxLength: 3 }), (names) => {
      const text = calendarFile(
        names.map((name, n) => deadline({ subject: `a-${n}`, name })),
        file,
      )
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      const read = propertiesOf(text)
      expect(read.filter(({ name, value }) => name === 'BEGIN' && value === 'VEVENT')).toHaveLength(names.length)
      const summaries = read.filter(({ name }) => name === 'SUMMARY').map(({ value }) => value)
      for (const [n, name] of names.entries()) {
        const written = name
          .replaceAll(/\r\n?/g, '\n')
          .replaceAll(/[^\P{Cc}\n]/gu, '')
          .toWellFormed()
        expect(summaries[n]).toContain(written)
      }
    }),
  )
})
