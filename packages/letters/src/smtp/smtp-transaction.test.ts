import fc from 'fast-check'
import { expect, it } from 'vitest'
import { dotted } from './smtp-transaction.ts'

const HEAD = 'From: a@b.example'
const line = fc.string({ unit: fc.constantFrom('.', 'a', ' '), maxLength: 4 })

it('doubles the dots that begin a line and no others, and ends with a dot on a line of its own', () => {
  fc.assert(
    fc.property(fc.array(line, { minLength: 1 }), (lines) => {
      const sent = dotted({ head: HEAD, body: `${lines.join('\r\n')}\r\n` }).slice(`${HEAD}\r\n\r\n`.length)
      const [end, last, ...said] = sent.split('\r\n').reverse()
      expect([end, last]).toEqual(['', '.'])
      expect(said.reverse().map((text) => text.replace(/^\./, ''))).toEqual(lines)
      expect(said.filter((text) => text === '.')).toEqual([])
    }),
  )
})

it('ends the last line of a message that lacks its end', () => {
  expect(dotted({ head: HEAD, body: 'a' })).toBe(`${HEAD}\r\n\r\na\r\n.\r\n`)
})
